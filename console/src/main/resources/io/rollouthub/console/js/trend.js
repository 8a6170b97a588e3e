// A milestone trend chart: on which day which date was promised. A promise that is kept runs level until it meets the
// diagonal, where the day of the report is the day promised; one that slips climbs along it.

import {axis, line, tooltip} from './looks.js';
import {colour} from './theme.js';
import {count, date, dayNumber, dayText, month} from './words.js';

/** The chart of a milestone's dates. */
export function trend({milestone, plan, today}) {
  const figures = points(milestone, plan, today);
  return {
    name: 'Dates promised, by the day of the report',
    says: sentence(milestone, plan),
    samples: [
      {name: 'Date promised', sample: 'line actual'},
      {name: 'Reported on the day promised', sample: 'line baseline'},
      ...(figures.lost.length > 0 ? [{name: 'Date taken back', sample: 'mark lost'}] : []),
      ...(milestone.achievedOn ? [{name: 'Met', sample: 'mark met'}] : []),
    ],
    table: {
      columns: ['Reported on', 'Date promised', 'By'],
      rows: plan.map((revision) =>
        [date(revision.reportedOn), revision.date ? date(revision.date) : 'no date any more', revision.supplierName ?? revision.supplier]),
    },
    config: () => ({
      type: 'line',
      data: {datasets: lines(figures)},
      options: options(figures, milestone.achievedOn ? null : dayNumber(today)),
    }),
  };
}

/** Where the marks are, {x: day of the report, y: day promised, of: the revision}, and the ends of both axes. */
export function points(milestone, plan, today) {
  const end = dayNumber(milestone.achievedOn ?? today);
  const at = (revision, promised) => ({x: dayNumber(revision.reportedOn), y: promised ? dayNumber(promised) : null, of: revision});
  const promised = plan.map((revision) => at(revision, revision.date));
  const last = promised.at(-1);
  const level = last && last.y !== null && end > last.x ? [{x: end, y: last.y, of: null}] : [];
  const lost = plan.flatMap((revision, i) => {
    const before = plan.slice(0, i).findLast((one) => one.date);
    return revision.date || !before ? [] : [at(revision, before.date)];
  });
  const met = milestone.achievedOn ? [{x: end, y: end}] : [];
  const all = [end, ...promised.flatMap(({x, y}) => (y === null ? [x] : [x, y]))];
  const [min, max] = [Math.min(...all), Math.max(...all)]; // of both axes, so that the diagonal is one
  const room = Math.max(14, Math.round((max - min) * 0.08));
  return {promised: [...promised, ...level], lost, met, min: min - room, max: max + room};
}

const lines = ({promised, lost, met, min, max}) => [
  line('Date promised', promised, {
    stroke: 'chart-actual', width: 2.5, stepped: 'before', pointRadius: (item) => (item.raw?.of ? 4.5 : 0),
    pointBackgroundColor: colour('surface'), pointBorderWidth: 2, pointHitRadius: 12,
  }),
  line('Diagonal', [min, max].map((day) => ({x: day, y: day})), {
    stroke: 'chart-baseline', dash: [3, 3], width: 1.5, pointHitRadius: 0, pointHoverRadius: 0,
  }),
  line('Date taken back', lost, {
    stroke: 'chart-lost', showLine: false, pointStyle: 'crossRot', pointRadius: 7, pointBorderWidth: 2.5, pointHitRadius: 12,
  }),
  line('Met', met, {stroke: 'chart-met', showLine: false, pointStyle: 'rectRot', pointRadius: 8, pointHitRadius: 12}),
];

function options({min, max}, today) {
  const days = {
    type: 'linear', min, max,
    afterBuildTicks(scale) {
      const room = scale.isHorizontal() ? scale.maxWidth / 85 : scale.maxHeight / 36;
      scale.ticks = monthStarts(min, max, Math.max(2, Math.floor(room))).map((value) => ({value}));
    },
    ticks: {callback: (value) => month(dayText(value).slice(0, 7)), autoSkip: false},
  };
  return {
    layout: {padding: {top: 8, right: 16}},
    interaction: {mode: 'nearest', intersect: true},
    scales: {x: axis({...days, title: 'Day of the report'}), y: axis({...days, title: 'Date promised'})},
    plugins: {today: {at: today}, tooltip: tooltip({
      title: ([item]) => (item?.raw.of ? `Reported ${date(item.raw.of.reportedOn)}` : item?.dataset.label ?? ''),
      label: ({raw, parsed}) => (raw.of && !raw.of.date ? ' no date any more' : ` ${date(dayText(parsed.y))}`),
    })},
  };
}

/** First days of months, not more than a limit. */
export function monthStarts(min, max, limit) {
  const days = Array.from({length: max - min + 1}, (none, i) => min + i).filter((day) => dayText(day).endsWith('-01'));
  const step = Math.ceil(days.length / limit);
  return days.filter((day, i) => i % step === 0);
}

function sentence(milestone, plan) {
  const moved = plan.length - 1;
  const met = milestone.achievedOn ? ` It was achieved on ${date(milestone.achievedOn)}.` : '';
  return `First promised for ${date(milestone.baseline)}, ${moved > 0 ? `changed ${count(moved, 'time')}, ` : 'never moved, '}`
    + `now ${milestone.undated ? 'without a date' : `due ${date(milestone.due)}`}.${met}`;
}
