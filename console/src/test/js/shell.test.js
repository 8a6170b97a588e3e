import assert from 'node:assert/strict';
import {test} from 'node:test';
import {find} from './assets/js/router.js';
import {footer, header, notice} from './assets/js/shell.js';
import {all, text} from './drawn.js';

const NEW = {programme: null, clock: null, clockHeard: 0, lostSince: null, connection: null};
const RUNNING = {state: 'RUNNING', tick: '2006-10-31T00:00:00Z', today: '2006-10-31', ageSeconds: 3, words: 'The clock runs.'};
const PROGRAMME = {name: 'Records', zone: 'UTC', clusters: [{}, {}], suppliers: [{}], toDoCritical: 0, toDoWarning: 0};

const clock = (shell) => text(all(header({...NEW, ...shell}), 'div', 'clock'));
const current = (path) => all(header(NEW, find(new URL(path, 'http://hub'))), 'a').filter(({props}) => props['aria-current']);

test('the clock says its state in a word and how old it is', () => {
  assert.match(clock({clock: RUNNING, clockHeard: performance.now()}), /Hub clock31 Oct 2006, 00:00\u00a0UTCRunning3 s ago/);
});

test('of a clock that is simulated only the day is told', () => {
  assert.match(clock({clock: {...RUNNING, state: 'SIMULATED', ageSeconds: null}}), /31 Oct 2006Simulated$/);
  assert.match(clock({clock: {...RUNNING, state: 'NEVER_TICKED', tick: null, ageSeconds: null}}), /none yetNot begun$/);
});

test('nobody is told that the clock runs while the console or Kafka is away', () => {
  assert.match(clock({clock: RUNNING, lostSince: 1}), /Unknown/);
  assert.match(clock({clock: RUNNING, connection: {state: 'LOST'}}), /Unknown/);
  assert.match(clock({clock: {...RUNNING, state: 'SOMETHING_NEW'}}), /Unknown/);
});

test('open alerts are counted beside the way to them, in the tone of the gravest', () => {
  const tally = (toDoCritical, toDoWarning) => all(header({...NEW, programme: {...PROGRAMME, toDoCritical, toDoWarning}}), 'span', 'tally');
  assert.deepEqual(tally(0, 0), []);
  assert.deepEqual([text(tally(0, 2)), tally(0, 2)[0].props.class], ['2 open', 'tally warning']);
  assert.deepEqual([text(tally(1, 2)), tally(1, 2)[0].props.class], ['3 open', 'tally critical']);
});

test('the bar says which page is shown, and below which one', () => {
  const said = (path) => current(path).map((link) => [text(link), link.props['aria-current']]);
  assert.deepEqual(said('/'), [['Programme', 'page']]);
  assert.deepEqual(said('/clusters/south'), [['Programme', 'true']]);
  assert.deepEqual(said('/alerts'), [['Alerts', 'page']]);
  assert.deepEqual(said('/alerts/south/DATE_SLIPPING/a'), [['Alerts', 'true']]);
});

test('what may be old is said plainly, the worst first', () => {
  const said = (shell) => text(notice({...NEW, ...shell}));
  const lost = {state: 'LOST', problem: 'Nobody answers.'};
  const still = {...RUNNING, state: 'STANDS_STILL', words: 'No tick since yesterday.'};
  assert.match(said({lostSince: Date.now() - 90_000, connection: lost, clock: still}),
    /^Connection to the console lost. What you see may be old. Trying again, for 90 s now.$/);
  assert.match(said({lostSince: Date.now()}), /Trying again.$/);
  assert.equal(said({connection: lost, clock: still}),
    'The console has lost its connection to Kafka. What you see may be old. Nobody answers.');
  assert.match(said({connection: {state: 'READING'}, clock: still}), /^The console is reading the topics/);
  assert.equal(said({connection: {state: 'LIVE'}, clock: still}), 'No alerts is no good news now. No tick since yesterday.');
  assert.equal(said({connection: {state: 'LIVE'}, clock: RUNNING}), '');
});

test('what is not well with the hub is told as whoever probes it is told', () => {
  const unwell = [
    {check: 'ledger-progress', ok: false, detail: 'has not moved on for 75 s', remedy: 'See the log.'},
    {check: 'promises', ok: false, detail: null, remedy: null},
  ];
  assert.equal(text(notice({...NEW, connection: {state: 'LIVE'}, clock: RUNNING, unwell})),
    'The hub is not well. ledger-progress: has not moved on for 75 s. See the log. promises.');
});

test('the foot names the programme and its zone', () => {
  assert.equal(text(footer({...NEW, programme: PROGRAMME})), 'Records. Times in UTC. 2 clusters, 1 supplier. This data as JSON');
  assert.equal(footer(NEW), null);
});
