// A milestone trend chart: on which day which date was promised. A promise that is kept runs level until it meets the
// diagonal, where the day of the report is the day promised; one that slips climbs along it.

import {axis, chart, line, tooltip} from './charts.js';
import {colour} from './theme.js';
import {count, date, dayNumber, dayText, month} from './words.js';

export function trend({milestone, plan, today}) {
  const dated = plan.filter((revision) => revision.date);
  const end = dayNumber(milestone.achievedOn ?? today);
  const promised = plan.map((revision) => ({x: dayNumber(revision.reportedOn), y: revision.date ? dayNumber(revision.date) : null, of: revision}));
  const last = promised.at(-1);
  const level = last?.y !== null && last && end > last.x ? [{x: end, y: last.y, of: null}] : [];
  const lost = plan.flatMap((revision, i) => {
    const before = plan.slice(0, i).filter((one) => one.date).at(-1);
    return revision.date || !before ? [] : [{x: dayNumber(revision.reportedOn), y: dayNumber(before.date), of: revision}];
  });
  const xs = [...promised.map((point) => point.x), end];
  const ys = [...dated.map((revision) => dayNumber(revision.date)), ...(milestone.achievedOn ? [end] : [])];
  const [min, max] = padded(Math.min(...xs, ...ys), Math.max(...xs, ...ys)); // of both axes, so that the diagonal is one
  const days = {
    type: 'linear', min, max,
    afterBuildTicks(scale) {
      const room = scale.isHorizontal() ? scale.maxWidth / 85 : scale.maxHeight / 36;
      scale.ticks = monthStarts(min, max, Math.max(2, Math.floor(room))).map((value) => ({value}));
    },
    ticks: {callback: (value) => month(dayText(value).slice(0, 7)), autoSkip: false},
  };
  return chart({
    name: 'Dates promised, by the day of the report',
    says: sentence(milestone, plan),
    legend: [
      {name: 'Date promised', sample: 'line actual'},
      {name: 'Reported on the day promised', sample: 'line baseline'},
      ...(lost.length > 0 ? [{name: 'Date taken back', sample: 'mark lost'}] : []),
      ...(milestone.achievedOn ? [{name: 'Met', sample: 'mark met'}] : []),
    ],
    table: {
      columns: ['Reported on', 'Date promised', 'By'],
      rows: plan.map((revision) => [date(revision.reportedOn), revision.date ? date(revision.date) : 'no date any more', revision.supplierName ?? revision.supplier]),
    },
    config: () => ({
      type: 'line',
      data: {
        datasets: [
          line('Date promised', [...promised, ...level], {
            stroke: 'chart-actual', width: 2.5, stepped: 'before', pointRadius: (item) => (item.raw?.of ? 4.5 : 0), pointBackgroundColor: colour('surface'), pointBorderWidth: 2, pointHitRadius: 12,
          }),
          line('Diagonal', [min, max].map((day) => ({x: day, y: day})), {stroke: 'chart-baseline', dash: [3, 3], width: 1.5, pointHitRadius: 0, pointHoverRadius: 0}),
          line('Date taken back', lost, {stroke: 'chart-lost', showLine: false, pointStyle: 'crossRot', pointRadius: 7, pointBorderWidth: 2.5, pointHitRadius: 12}),
          line('Met', milestone.achievedOn ? [{x: end, y: end}] : [], {stroke: 'chart-met', showLine: false, pointStyle: 'rectRot', pointRadius: 8, pointHitRadius: 12}),
        ],
      },
      options: {
        layout: {padding: {top: 8, right: 16}},
        interaction: {mode: 'nearest', intersect: true},
        scales: {x: axis({...days, title: 'Day of the report'}), y: axis({...days, title: 'Date promised'})},
        plugins: {today: {at: milestone.achievedOn ? null : dayNumber(today)}, tooltip: tooltip({
          title: ([item]) => (item?.raw.of ? `Reported ${date(item.raw.of.reportedOn)}` : item?.dataset.label ?? ''),
          label: (item) => (item.raw.of && !item.raw.of.date ? ' no date any more' : ` ${date(dayText(item.parsed.y))}`),
        })},
      },
    }),
  });
}

function padded(min, max) {
  const room = Math.max(14, Math.round((max - min) * 0.08));
  return [min - room, max + room];
}

/** First days of months, not more than a limit. */
function monthStarts(min, max, limit) {
  const starts = [];
  const first = new Date(min * 86_400_000);
  for (let i = 0; ; i++) {
    const day = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + i, 1) / 86_400_000;
    if (day > max) {
      break;
    }
    if (day >= min) {
      starts.push(day);
    }
  }
  const step = Math.ceil(starts.length / limit);
  return starts.filter((day, i) => i % step === 0);
}

function sentence(milestone, plan) {
  const moved = plan.length - 1;
  const met = milestone.achievedOn ? ` It was achieved on ${date(milestone.achievedOn)}.` : '';
  return `First promised for ${date(milestone.baseline)}, ${moved > 0 ? `changed ${count(moved, 'time')}, ` : 'never moved, '}`
    + `now ${milestone.undated ? 'without a date' : `due ${date(milestone.due)}`}.${met}`;
}
