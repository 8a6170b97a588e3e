import assert from 'node:assert/strict';
import {test} from 'node:test';
import {find} from './assets/js/router.js';

const at = (address) => find(new URL(address, 'http://hub'));

test('each address has its page, with what the page is about', () => {
  assert.deepEqual([at('/').page.name, {...at('/').params}], ['programme', {}]);
  assert.deepEqual([at('/clusters/south').page.name, {...at('/clusters/south').params}], ['cluster', {cluster: 'south'}]);
  assert.deepEqual(['/alerts', '/record', '/rejected', '/system'].map((path) => at(path).page.name),
    ['alerts', 'record', 'rejected', 'system']);
});

test('names of milestones and of what an alert is about may have slashes', () => {
  const milestone = at('/milestones/south/go-live/bath/millennium/R0');
  assert.deepEqual([milestone.page.name, {...milestone.params}],
    ['milestone', {cluster: 'south', milestone: 'go-live/bath/millennium/R0'}]);
  const alert = at('/alerts/south/DATE_SLIPPING/go-live/bath/millennium/R0');
  assert.deepEqual([alert.page.name, {...alert.params}],
    ['alert', {cluster: 'south', kind: 'DATE_SLIPPING', subject: 'go-live/bath/millennium/R0'}]);
});

test('addresses are read as people wrote them, and one that cannot be read is shown as it is', () => {
  assert.equal(at('/clusters/s%C3%BCd').params.cluster, 'süd');
  assert.equal(at('/clusters/%E0').params.cluster, '%E0');
});

test('parameters and the place in a page are kept', () => {
  const where = at('/alerts?state=all&page=2#report-bt%2Fevent-1');
  assert.equal(where.query.get('state'), 'all');
  assert.equal(where.hash, 'report-bt/event-1');
});

test('an address that is none has a page that says so', () => {
  for (const address of ['/nowhere', '/clusters', '/clusters/a/b', '/alerts/south']) {
    assert.equal(at(address).page.title(), 'No such page');
  }
});
