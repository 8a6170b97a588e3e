import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';
import {newsReader} from './assets/js/news.js';
import {StandingClock} from './clock.js';

const alert = (alertId, more) => ({
  alertId, episode: 1, state: 'OPEN', severity: 'WARNING', clusterName: 'Southern', summary: `${alertId} slips`, ...more,
});

let clock;

beforeEach(() => {
  clock = new StandingClock();
});

test('what was there already is no news', () => {
  const said = [];
  const read = newsReader((sentence) => said.push(sentence));
  read([alert('a')]);
  read([alert('a')]);
  clock.pass(60_000);
  assert.deepEqual(said, []);
});

test('an alert that opens is read out, and not again; a new episode of it is new', () => {
  const said = [];
  const read = newsReader((sentence) => said.push(sentence));
  read([]);
  read([alert('a')]);
  clock.pass(300);
  read([alert('a')]);
  clock.pass(60_000);
  assert.deepEqual(said, ['New alert, warning, in Southern: a slips.']);
  read([alert('a', {episode: 2}), alert('b', {state: 'RESOLVED'})]);
  clock.pass(300);
  assert.equal(said.length, 2);
});

test('of many at once the gravest is read out, after a while, with how many more there are', () => {
  const said = [];
  const read = newsReader((sentence) => said.push(sentence));
  read([]);
  read([alert('a'), alert('b')]);
  clock.pass(3_999);
  read([alert('a'), alert('b'), alert('c', {severity: 'CRITICAL'})]);
  assert.deepEqual(said, []);
  clock.pass(1);
  assert.deepEqual(said, ['New alert, critical, in Southern: c slips. And 2 more.']);
});
