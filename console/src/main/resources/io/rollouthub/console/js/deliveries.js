// Go-lives of each month beside what was planned for it.

import {axis, chart, tooltip} from './charts.js';
import {colour} from './theme.js';
import {count, month, number} from './words.js';

export function deliveries(cluster) {
  const months = cluster.months;
  const now = cluster.today?.slice(0, 7);
  const done = months.filter((one) => one.goLives > 0);
  const bars = (label, of, stroke, fill, more) => ({
    label, data: months.map(of), borderColor: colour(stroke), backgroundColor: fill, borderWidth: 1.5, borderRadius: 3, grouped: false, categoryPercentage: 1, ...more,
  });
  return chart({
    name: 'Deliveries per month',
    says: `${count(done.reduce((sum, one) => sum + one.goLives, 0), 'go-live')} in ${count(done.length, 'month')} until ${now ? month(now) : 'now'}.`,
    legend: [{name: 'Live', sample: 'bar actual'}, {name: 'Planned first', sample: 'line first'}, {name: 'Due now', sample: 'bar plan'}],
    table: {
      columns: ['Month', 'Live', 'Planned first', 'Due now'],
      rows: months.map((one) => [month(one.month), number(one.goLives), number(one.planned), number(one.due)]),
    },
    config: () => ({
      type: 'bar',
      data: {
        labels: months.map((one) => one.month),
        datasets: [
          {
            type: 'line', label: 'Planned first', data: months.map((one) => one.planned || null), showLine: false, borderColor: colour('text'),
            pointStyle: 'line', pointRadius: 11, pointHoverRadius: 11, pointBorderWidth: 2.5,
          },
          bars('Live', (one) => one.goLives, 'chart-actual', colour('chart-actual'), {barPercentage: 0.45, maxBarThickness: 16}),
          bars('Due now', (one) => one.due, 'chart-plan', colour('chart-plan-fill'), {barPercentage: 0.85, maxBarThickness: 30}),
        ],
      },
      options: {
        layout: {padding: {top: 8, right: 8}},
        interaction: {mode: 'index', intersect: false},
        scales: {
          x: axis({grid: {display: false}, ticks: {callback: (value) => month(months[value].month), maxTicksLimit: 8}}),
          y: axis({beginAtZero: true, suggestedMax: 2, ticks: {precision: 0, maxTicksLimit: 6}}),
        },
        plugins: {tooltip: tooltip({title: ([item]) => month(months[item.dataIndex].month)})},
      },
    }),
  });
}
