// Go-lives summed up month by month: what was promised, what is promised now, what is live, what is to be expected.

import {axis, chart, line, tooltip} from './charts.js';
import {colour} from './theme.js';
import {count, month, number} from './words.js';

export const BURN_UP_LEGEND = [
  {name: 'Baseline', sample: 'line baseline'},
  {name: 'Current plan', sample: 'line plan'},
  {name: 'Live', sample: 'line actual'},
  {name: 'Forecast, 50 % and 85 % sure', sample: 'line forecast'},
];

/** @param pledges promised numbers of go-lives, [{name, month, total}] */
export function burnUp(cluster, {size = 'full', pledges = []} = {}) {
  const {months, baseline, currentPlan, actual, p50, p85} = cluster.burnUp;
  const now = cluster.today ? months.indexOf(cluster.today.slice(0, 7)) : -1;
  const marks = pledges.filter((pledge) => months.includes(pledge.month));
  const small = size === 'small';
  const hasPlan = baseline.at(-1) > 0 || currentPlan.at(-1) > 0; // else two lines would lie on the ground
  return chart({
    name: small ? 'Burn-up' : 'Go-lives, summed up',
    size,
    says: sentence(cluster),
    legend: small ? [] : [...BURN_UP_LEGEND, ...(marks.length > 0 ? [{name: 'Promised number', sample: 'mark pledge'}] : [])],
    table: small ? null : {
      columns: ['Month', 'Baseline', 'Current plan', 'Live', '50 % sure', '85 % sure'],
      rows: months.map((name, i) => [month(name), baseline[i], currentPlan[i], actual[i], p50[i], p85[i]].map((cell) => (typeof cell === 'string' ? cell : number(cell, Number.isInteger(cell) ? 0 : 1)))),
    },
    config: () => ({
      type: 'line',
      data: {
        labels: months,
        datasets: [
          line('Live', actual, {stroke: 'chart-actual', width: 2.5, order: 1}),
          line('50 % sure', p50, {stroke: 'chart-forecast', dash: [2, 3], width: 1.5, order: 2}),
          line('85 % sure', p85, {stroke: 'chart-forecast', dash: [2, 3], width: 1.5, order: 2, fill: '-1', backgroundColor: colour('chart-fan')}),
          ...(hasPlan ? [
            line('Current plan', currentPlan, {stroke: 'chart-plan', dash: [7, 4], order: 3}),
            line('Baseline', baseline, {stroke: 'chart-baseline', dash: [3, 3], order: 4}),
          ] : []),
          ...marks.map((pledge) => ({
            type: 'line', label: pledge.name, data: months.map((name) => (name === pledge.month ? pledge.total : null)), showLine: false,
            pointStyle: 'rectRot', pointRadius: 6, pointHoverRadius: 7, borderColor: colour('chart-pledge'), backgroundColor: colour('surface'), borderWidth: 2, order: 0,
          })),
        ],
      },
      options: {
        layout: {padding: {top: 8, right: 8}},
        interaction: {mode: 'index', intersect: false},
        scales: {
          x: axis({grid: {display: false}, ticks: {callback: (value) => month(months[value]), maxTicksLimit: small ? 4 : 8}}),
          y: axis({beginAtZero: true, suggestedMax: Math.max(2, 1 + Math.max(0, ...marks.map((pledge) => pledge.total))), ticks: {precision: 0, maxTicksLimit: small ? 4 : 7}}),
        },
        plugins: {today: {at: now < 0 ? null : now}, tooltip: tooltip({
          title: ([item]) => month(months[item.dataIndex]),
          label: (item) => (item.parsed.y === null ? null : ` ${item.dataset.label}: ${number(item.parsed.y, Number.isInteger(item.parsed.y) ? 0 : 1)}`),
        })},
      },
    }),
  });
}

function sentence(cluster) {
  const {months, baseline, p50, p85} = cluster.burnUp;
  const last = months.length - 1;
  if (last < 0) {
    return 'Nothing was reported yet.';
  }
  const now = cluster.today ? months.indexOf(cluster.today.slice(0, 7)) : last;
  const expected = p50[last] === null ? '' : ` By ${month(months[last])} at least ${number(p50[last], 1)} are expected with a probability of 50 %, ${number(p85[last], 1)} with 85 %.`;
  return `${count(cluster.live, 'site')} live of ${cluster.planned} planned; by ${month(months[now])} ${number(baseline[now])} should have been by the first plans.${expected}`;
}
