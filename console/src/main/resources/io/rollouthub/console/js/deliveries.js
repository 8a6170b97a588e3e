// Go-lives of each month beside what was planned for it.

import {monthly} from './looks.js';
import {colour} from './theme.js';
import {count, month, number} from './words.js';

/** The chart of a cluster's months. */
export function deliveries({months, today}) {
  const done = months.filter((one) => one.goLives > 0);
  const now = today ? months.findIndex((one) => one.month === today.slice(0, 7)) : -1;
  const until = today ? month(today.slice(0, 7)) : 'now';
  return {
    name: 'Deliveries per month',
    says: `${count(done.reduce((sum, one) => sum + one.goLives, 0), 'go-live')} in ${count(done.length, 'month')} until ${until}.`,
    samples: [{name: 'Live', sample: 'bar actual'}, {name: 'Planned first', sample: 'line first'}, {name: 'Due now', sample: 'bar plan'}],
    table: {
      columns: ['Month', 'Live', 'Planned first', 'Due now'],
      rows: months.map((one) => [month(one.month), number(one.goLives), number(one.planned), number(one.due)]),
    },
    config: () => ({
      type: 'bar',
      data: {labels: months.map((one) => one.month), datasets: datasets(months)},
      options: monthly(months.map((one) => one.month), {
        most: {x: 8, y: 6}, top: 2, counts: 'Sites', today: now < 0 ? null : now,
      }),
    }),
  };
}

function datasets(months) {
  const bars = (label, of, stroke, fill) => ({
    label, data: months.map(of), borderColor: colour(stroke), backgroundColor: colour(fill), borderWidth: 1.5, borderRadius: 3,
    categoryPercentage: 0.8, barPercentage: 0.9, maxBarThickness: 24,
  });
  return [
    {
      type: 'line', label: 'Planned first', data: months.map((one) => one.planned || null), showLine: false, borderColor: colour('text'),
      pointStyle: 'line', pointRadius: 11, pointHoverRadius: 11, pointBorderWidth: 2.5,
    },
    bars('Live', (one) => one.goLives, 'chart-actual', 'chart-actual'),
    bars('Due now', (one) => one.due, 'chart-plan', 'chart-plan-fill'),
  ];
}
