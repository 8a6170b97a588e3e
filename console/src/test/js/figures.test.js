import assert from 'node:assert/strict';
import {before, test} from 'node:test';
import {burnUp} from './assets/js/burnup.js';
import {deliveries} from './assets/js/deliveries.js';
import {dayNumber, dayText} from './assets/js/words.js';
import {monthStarts, points, trend} from './assets/js/trend.js';
import {nameColours} from './drawn.js';

before(nameColours);

const CLUSTER = {
  live: 3, livePlanned: 2, liveUnplanned: 1, planned: 6, today: '2006-09-15',
  burnUp: {
    months: ['2006-08', '2006-09', '2006-10'], baseline: [1, 4, 6], currentPlan: [1, 3, 6], actual: [1, 3, null],
    likely: [null, 3, 5], sure: [null, 3, 4],
  },
  months: [{month: '2006-08', goLives: 1, planned: 1, due: 1}, {month: '2006-09', goLives: 2, planned: 0, due: 0}],
};

const lines = (chart) => chart.config().data.datasets.map(({label}) => label);

test('the burn-up says in a sentence what it draws', () => {
  assert.equal(burnUp(CLUSTER).says, '2 sites live of 6 planned, and 1 that never was; by Sep 2006 4 should have been by the first plans.'
  + ' By Oct 2006 5 are expected, each site that is not live yet with a probability of 50 %, 4 with 85 %.');
  const nothing = {months: [], baseline: [], currentPlan: [], actual: [], likely: [], sure: []};
  assert.equal(burnUp({...CLUSTER, burnUp: nothing}).says, 'Nothing was reported yet.');
  assert.match(burnUp({...CLUSTER, today: '2006-01-01'}).says, /by Jan 2006 0 should have been by the first plans/);
});

test('its table has the same numbers, and a dash for what is not known', () => {
  assert.deepEqual(burnUp(CLUSTER).table.rows, [
    ['Aug 2006', '1', '1', '1', '–', '–'], ['Sep 2006', '4', '3', '3', '3', '3'], ['Oct 2006', '6', '6', '–', '5', '4'],
  ]);
});

test('promised numbers are marked in their month, if it is shown, and the axis reaches up to them', () => {
  const pledges = [{name: 'Ten', month: '2006-10', total: 10}, {name: 'Far', month: '2010-01', total: 90}];
  const chart = burnUp(CLUSTER, {pledges});
  assert.deepEqual(lines(chart), ['Live', 'Expected, 50 %', 'Expected, 85 %', 'Current plan', 'Baseline', 'Ten']);
  assert.deepEqual(chart.config().data.datasets.at(-1).data, [null, null, 10]);
  assert.equal(chart.config().options.scales.y.suggestedMax, 11);
  assert.equal(chart.samples.at(-1).name, 'Promised number');
});

test('today stands in its month, or nowhere', () => {
  assert.equal(burnUp(CLUSTER).config().options.plugins.today.at, 1);
  assert.equal(burnUp({...CLUSTER, today: null}).config().options.plugins.today.at, null);
});

test('a first month is a point, axes say what they count', () => {
  const first = {months: ['2006-09'], baseline: [0], currentPlan: [0], actual: [1], likely: [null], sure: [null]};
  const {data, options} = burnUp({...CLUSTER, burnUp: first}).config();
  assert.equal(data.datasets[0].pointRadius, 3.5);
  assert.equal(burnUp(CLUSTER).config().data.datasets[0].pointRadius, 0);
  assert.deepEqual([options.scales.x.title.text, options.scales.y.title.text], ['Month', 'Sites live']);
  assert.equal(deliveries(CLUSTER).config().options.plugins.today.at, 1);
});

test('without a plan there is no line of one', () => {
  const {months, actual, likely, sure} = CLUSTER.burnUp;
  const unplanned = {months, actual, likely, sure, baseline: [0, 0, 0], currentPlan: [0, 0, 0]};
  assert.deepEqual(lines(burnUp({...CLUSTER, burnUp: unplanned}, {size: 'small'})), ['Live', 'Expected, 50 %', 'Expected, 85 %']);
});

test('a small burn-up leaves legend and table to the page', () => {
  const {samples, table} = burnUp(CLUSTER, {size: 'small'});
  assert.deepEqual([samples, table], [[], null]);
});

test('deliveries count the months in which something went live', () => {
  const chart = deliveries(CLUSTER);
  assert.equal(chart.says, '3 go-lives in 2 months until Sep 2006.');
  assert.deepEqual(chart.table.rows[1], ['Sep 2006', '2', '0', '0']);
  assert.deepEqual(chart.config().data.datasets.map(({data}) => data), [[1, null], [1, 2], [1, 0]]);
});

const told = (reportedOn, day) => ({reportedOn, date: day, supplier: 'bt'});
const PLAN = [told('2006-01-10', '2006-06-30'), told('2006-03-01', '2006-08-31'), told('2006-05-01', null)];
const days = (marks) => marks.map(({x, y}) => [dayText(x), y === null ? null : dayText(y)]);

test('a promise that holds runs level up to today', () => {
  const {promised} = points({achievedOn: null}, PLAN.slice(0, 1), '2006-02-01');
  assert.deepEqual(days(promised), [['2006-01-10', '2006-06-30'], ['2006-02-01', '2006-06-30']]);
});

test('a date that is taken back is marked at the height of the one that was promised before', () => {
  const {promised, lost} = points({achievedOn: null}, PLAN, '2006-06-01');
  assert.deepEqual(days(lost), [['2006-05-01', '2006-08-31']]);
  assert.deepEqual(days(promised).at(-1), ['2006-05-01', null]);
});

test('what was met is marked on the diagonal, and both axes reach from the first day to the last', () => {
  const {met, min, max} = points({achievedOn: '2006-09-05'}, PLAN.slice(0, 2), '2007-01-01');
  assert.deepEqual(days(met), [['2006-09-05', '2006-09-05']]);
  const room = Math.round((dayNumber('2006-09-05') - dayNumber('2006-01-10')) * 0.08);
  assert.deepEqual([dayText(min + room), dayText(max - room)], ['2006-01-10', '2006-09-05']);
});

test('the axes show firsts of months, at most as many as fit', () => {
  const starts = (limit) => monthStarts(dayNumber('2006-01-15'), dayNumber('2006-06-01'), limit).map(dayText);
  assert.deepEqual(starts(9), ['2006-02-01', '2006-03-01', '2006-04-01', '2006-05-01', '2006-06-01']);
  assert.deepEqual(starts(3), ['2006-02-01', '2006-04-01', '2006-06-01']);
  assert.deepEqual(monthStarts(1, 2, 5), []);
});

test('the trend says in a sentence and in a table what was promised when', () => {
  const milestone = {baseline: '2006-06-30', due: '2006-08-31', undated: true, achievedOn: null};
  const chart = trend({milestone, plan: PLAN, today: '2006-06-01'});
  assert.equal(chart.says, 'First promised for 30 Jun 2006, changed 2 times, now without a date.');
  assert.deepEqual(chart.table.rows.at(-1), ['1 May 2006', 'no date any more', 'bt']);
  assert.deepEqual(chart.samples.map(({name}) => name), ['Date promised', 'Reported on the day promised', 'Date taken back']);
  const kept = trend({milestone: {...milestone, undated: false, achievedOn: '2006-06-29'}, plan: PLAN.slice(0, 1), today: '2007-01-01'});
  assert.equal(kept.says, 'First promised for 30 Jun 2006, never moved, now due 31 Aug 2006. It was achieved on 29 Jun 2006.');
  assert.equal(kept.config().options.plugins.today.at, null);
});
