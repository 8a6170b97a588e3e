import assert from 'node:assert/strict';
import {before, test} from 'node:test';
import {calibration} from './assets/js/calibration.js';
import {recordPage, verdict} from './assets/js/pages/record.js';
import {all, nameColours, text} from './drawn.js';

globalThis.location = {search: ''};
before(nameColours);

const bands = (some) => Array.from({length: 11}, (none, i) => ({called: 10 * i, mean: null, forecasts: 0, met: 0, ...some[10 * i]}));
const SCORE = {forecasts: 12, met: 9, open: 1, brier: 0.1234, brierOfPromise: 0.25};
const DATA = {
  ...SCORE, calibration: bands({20: {mean: 0.21, forecasts: 4, met: 1}, 90: {mean: 0.88, forecasts: 8, met: 8}}),
  leads: [{lead: 30, ...SCORE}, {lead: 90, forecasts: 0, met: 0, open: 0, brier: null, brierOfPromise: null}],
  suppliers: [{
    cluster: 'south', clusterName: 'Southern', supplier: 'fujitsu', supplierName: 'Fujitsu', promisesKept: 1, promisesBroken: 6,
    promisesWithdrawn: 0, promisesStanding: 4, stoodAt30: 7, keptAt30: 1, stoodAt90: 0, keptAt90: 0, stoodAt180: 0, keptAt180: 0,
  }],
};
const view = (data) => recordPage.view(data, {path: '/record', query: new URLSearchParams()}, {programme: null});

test('what was called so is told with how often it came true, and its counts', () => {
  const chart = calibration(DATA);
  assert.equal(chart.says, '12 forecasts judged. Of 4 called 20\u00a0% 1 came true. Of 8 called 90\u00a0% 8 came true.'
  + ' Brier score 0.123, that of believing every promise 0.250.');
  assert.deepEqual(chart.table.rows.slice(1, 3), [['10\u00a0%', '0', '0', '–'], ['20\u00a0%', '4', '1', '25\u00a0%']]);
  const [[first, last], diagonal] = chart.config().data.datasets.map(({data}) => data);
  assert.deepEqual([first.x, first.y, last.x, last.y], [21, 25, 88, 100]);
  assert.deepEqual(diagonal, [{x: 0, y: 0}, {x: 100, y: 100}]);
});

test('a score is held beside that of whoever believes every promise', () => {
  assert.equal(verdict({brier: 0.1, brierOfPromise: 0.2}), 'better than believing every promise');
  assert.equal(verdict({brier: 0.3, brierOfPromise: 0.2}), 'worse than believing every promise');
  assert.equal(verdict({brier: 0.2, brierOfPromise: 0.2}), 'as good as believing every promise');
  assert.equal(verdict({brier: null, brierOfPromise: null}), 'nothing to judge yet');
});

test('each supplier has its promises kept and broken by how far ahead they stood', () => {
  const [table] = all(view(DATA), 'table').slice(-1);
  assert.equal(text(all(table, 'tbody')), 'FujitsuSouthern16041 of 7 kept6 broken––');
});

test('before any date has come it says so, and draws nothing', () => {
  const nothing = {...DATA, forecasts: 0, met: 0, open: 3, brier: null, brierOfPromise: null, calibration: bands({})};
  assert.match(text(view(nothing)), /No forecast has come to its date yet; 3 forecasts will/);
  assert.equal(all(view(nothing), 'canvas').length, 0);
  assert.match(text(view({...nothing, open: 0, suppliers: []})), /No forecast was made yet.*No supplier has reported yet/s);
});
