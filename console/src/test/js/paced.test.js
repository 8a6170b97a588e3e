import assert from 'node:assert/strict';
import {test} from 'node:test';
import {paced} from './assets/js/paced.js';
import {settled, StandingClock} from './clock.js';

test('however often it is asked, a task runs once at a time, takes breath, and then once more', async () => {
  const clock = new StandingClock();
  let runs = 0;
  let end = null;
  const task = paced(() => new Promise((resolve) => {
    runs++;
    end = resolve;
  }));
  task();
  task();
  task();
  assert.equal(runs, 1);
  end();
  await settled();
  clock.pass(199);
  await settled();
  assert.equal(runs, 1);
  clock.pass(1);
  await settled();
  assert.equal(runs, 2);
  end();
  await settled();
  clock.pass(200);
  await settled();
  assert.equal(runs, 2);
  task();
  assert.equal(runs, 3);
});

test('a task that fails may run again', async () => {
  const task = paced(() => Promise.reject(new Error('away')));
  await assert.rejects(task(), /away/);
  await assert.rejects(task(), /away/);
});
