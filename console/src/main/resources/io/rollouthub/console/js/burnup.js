// Go-lives summed up month by month: what was promised, what is promised now, what is live, which sites are to be expected.

import {line, monthly} from './looks.js';
import {colour} from './theme.js';
import {count, month, number, unplanned} from './words.js';

export const BURN_UP_SAMPLES = [
  {name: 'Baseline', sample: 'line baseline'},
  {name: 'Current plan', sample: 'line plan'},
  {name: 'Live', sample: 'line actual'},
  {name: 'Sites expected, each with 50 % and 85 %', sample: 'line forecast'},
];

const PLEDGE_SAMPLE = {name: 'Promised number', sample: 'mark pledge'};

/**
 * The chart of a cluster's burn-up.
 *
 * @param pledges promised numbers of go-lives, [{name, month, total}]
 */
export function burnUp(cluster, {size = 'full', pledges = []} = {}) {
  const {months, baseline, currentPlan, actual, likely, sure} = cluster.burnUp;
  const marks = pledges.filter((pledge) => months.includes(pledge.month));
  const small = size === 'small';
  return {
    name: small ? 'Burn-up' : 'Go-lives, summed up',
    size,
    says: sentence(cluster),
    samples: small ? [] : [...BURN_UP_SAMPLES, ...(marks.length > 0 ? [PLEDGE_SAMPLE] : [])],
    table: small ? null : {
      columns: ['Month', 'Baseline', 'Current plan', 'Live', 'Expected, 50 %', 'Expected, 85 %'],
      rows: months.map((name, i) => [month(name), ...[baseline, currentPlan, actual, likely, sure].map((values) => figure(values[i]))]),
    },
    config: () => ({
      type: 'line',
      data: {labels: months, datasets: [...lines(cluster.burnUp), ...marks.map((pledge) => mark(pledge, months))]},
      options: options(cluster, marks, small),
    }),
  };
}

function lines({baseline, currentPlan, actual, likely, sure}) {
  const hasPlan = baseline.at(-1) > 0 || currentPlan.at(-1) > 0; // else two lines would lie on the ground
  const foreseen = {stroke: 'chart-forecast', dash: [2, 3], width: 1.5, order: 2};
  return [
    line('Live', actual, {stroke: 'chart-actual', width: 2.5, order: 1}),
    line('Expected, 50 %', likely, foreseen),
    line('Expected, 85 %', sure, {...foreseen, fill: '-1', backgroundColor: colour('chart-fan')}),
    ...(hasPlan ? [
      line('Current plan', currentPlan, {stroke: 'chart-plan', dash: [7, 4], order: 3}),
      line('Baseline', baseline, {stroke: 'chart-baseline', dash: [3, 3], order: 4}),
    ] : []),
  ];
}

const mark = (pledge, months) => ({
  type: 'line', label: pledge.name, data: months.map((name) => (name === pledge.month ? pledge.total : null)), showLine: false,
  pointStyle: 'rectRot', pointRadius: 6, pointHoverRadius: 7, borderColor: colour('chart-pledge'), backgroundColor: colour('surface'),
  borderWidth: 2, order: 0,
});

function options({burnUp: {months}, today}, marks, small) {
  const now = today ? months.indexOf(today.slice(0, 7)) : -1;
  return monthly(months, {
    most: small ? {x: 4, y: 4} : {x: 8, y: 7}, counts: 'Sites live',
    top: Math.max(2, ...marks.map((pledge) => 1 + pledge.total)),
    today: now < 0 ? null : now,
    label: ({parsed, dataset}) => (parsed.y === null ? null : ` ${dataset.label}: ${figure(parsed.y)}`),
  });
}

const figure = (value) => number(value);

function sentence(cluster) {
  const {months, baseline, likely, sure} = cluster.burnUp;
  const last = months.length - 1;
  if (last < 0) {
    return 'Nothing was reported yet.';
  }
  const now = cluster.today ? cluster.today.slice(0, 7) : months[last];
  const planned = baseline[months.indexOf(now)] ?? 0; // none where all plans are for months to come
  const expected = likely[last] === null ? '' : ` By ${month(months[last])} ${number(likely[last])} are expected, each site that is not`
    + ` live yet with a probability of 50 %, ${number(sure[last])} with 85 %.`;
  return `${count(cluster.livePlanned, 'site')} live of ${cluster.planned} planned${unplanned(cluster)};`
    + ` by ${month(now)} ${number(planned)} should have been by the first plans.${expected}`;
}
