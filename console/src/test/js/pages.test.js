import assert from 'node:assert/strict';
import {test} from 'node:test';
import {alertsPage, byCluster} from './assets/js/pages/alerts.js';
import {clusterPage} from './assets/js/pages/cluster.js';
import {milestonePage} from './assets/js/pages/milestone.js';
import {pretty} from './assets/js/pages/rejected.js';
import {because, courseBadge, openAlerts, toDoList} from './assets/js/parts.js';
import {supplierTable} from './assets/js/partners.js';
import {reportTable, storyPanel} from './assets/js/reports.js';
import {all, text} from './drawn.js';

globalThis.location = {search: ''};

test('a story leads to the reports that are on the page and to alerts, and to nothing else', () => {
  const story = {sections: [{heading: 'Where it stands', sentences: [
    'Missed on 2006-11-01 [bt/e-1], said again [bt/e-2].', '  Alert south/MILESTONE_MISSED/go-live/bath/R0. See site/ward.',
  ]}]};
  const drawn = storyPanel(story, [{cause: 'bt/e-1'}]);
  assert.deepEqual(all(drawn, 'a').map((link) => [link.props.href, text(link)]), [
    ['#report-bt/e-1', 'bt/e-1'],
    ['/alerts/south/MILESTONE_MISSED/go-live/bath/R0', 'south/MILESTONE_MISSED/go-live/bath/R0'],
  ]);
  assert.equal(text(all(drawn, 'p')[0]), 'Missed on 1 Nov 2006 bt/e-1, said again bt/e-2.');
  assert.deepEqual(all(drawn, 'p').map(({props}) => props.class), [null, 'sub']);
});

test('while the journal is read, reports and story are said to come', () => {
  assert.match(text(storyPanel(null, [])), /the story comes in a moment/);
  assert.match(text(reportTable([])), /the reports come in a moment/);
});

test('a report that came later, or was replaced, says so', () => {
  const report = {cause: 'bt/e-1', eventId: 'e-1', supplier: 'bt', words: 'live', reportedAt: '2006-10-01T09:00:00Z', source: null};
  const row = (more) => text(reportTable([{...report, acceptedAt: report.reportedAt, ...more}]));
  assert.match(row({}), /1 Oct 2006, 09:00\u00a0UTCbtLivenone givene-1$/);
  assert.match(row({acceptedAt: '2006-10-02T09:00:00Z'}), /received 2 Oct 2006, 09:00\u00a0UTC/);
  assert.match(row({standing: false, replaces: 'e-0'}), /LiveReplaced by a later report.Replaces e-0./);
});

test('that there are no alerts is good news only while the hub looks', () => {
  const none = {toDoCritical: 0, toDoWarning: 0, cluster: 'south'};
  assert.equal(text(openAlerts(none, {state: 'RUNNING'})), 'No open alerts');
  assert.equal(text(openAlerts(none, {state: 'STANDS_STILL'})), 'No alerts known');
  assert.equal(text(openAlerts(none, undefined)), 'No alerts known');
  assert.equal(text(openAlerts({...none, toDoCritical: 2, toDoWarning: 1}, null)), '2 critical1 warning');
});

test('a milestone has the word of whoever manages it; one of a newer hub has a shape and its own word', () => {
  assert.equal(text(courseBadge('AT_RISK')), 'At risk');
  assert.equal(all(courseBadge('AT_RISK'), 'span')[0].props.class, 'state warning');
  assert.equal(text(courseBadge('PAUSED')), 'PAUSED');
  assert.equal(all(courseBadge('PAUSED'), 'span')[0].props.class, 'state neutral');
});

const GROUP = {
  cluster: 'south', clusterName: 'Southern', subject: 'go-live/bath/R0', name: 'Bath', milestone: 'south/go-live/bath/R0', course: 'MISSED',
  severity: 'CRITICAL', state: 'OPEN', times: 3, alerts: [
    {alertId: 'south/MILESTONE_MISSED/go-live/bath/R0', kind: 'MILESTONE_MISSED', state: 'OPEN', startsAt: '2006-10-09T00:00:00Z',
      summary: 'Bath: due 2006-10-08, not live'},
    {alertId: 'south/DATE_SLIPPING/go-live/bath/R0', kind: 'DATE_SLIPPING', state: 'RESOLVED', resolution: 'RECOVERED',
      startsAt: '2006-09-15T00:00:00Z', endsAt: '2006-09-20T00:00:00Z', summary: 'Bath: moved'},
  ],
};

test('the alerts of a milestone are one line that leads to it and to each of them', () => {
  const drawn = toDoList([GROUP]);
  assert.equal(all(drawn, 'li').filter(({props}) => props.class).length, 1);
  assert.deepEqual(all(drawn, 'a').map(({props}) => props.href), ['/milestones/south/go-live/bath/R0',
    '/alerts/south/MILESTONE_MISSED/go-live/bath/R0', '/alerts/south/DATE_SLIPPING/go-live/bath/R0']);
  assert.match(text(drawn), /MissedSouthern3 episodes in all.*due 8 Oct 2006, not live.*Milestone missed since 9 Oct 2006/s);
  assert.match(text(drawn), /Date slipping over, recovered, 20 Sep 2006/);
});

test('lines stand under their clusters', () => {
  const groups = ['london', 'south', 'south'].map((cluster, i) => ({...GROUP, cluster, subject: `s${i}`}));
  assert.deepEqual(byCluster(groups).map((of) => of.map(({subject}) => subject)), [['s0'], ['s1', 's2']]);
});

test('a probability never stands alone', () => {
  const none = {named: null, supplierEndedAtLead: null, endedAtLead: null};
  assert.equal(because({...none, named: 4, expected: 1.1, unnamedExpected: 0.2, count: 12, progress: 1}),
    '1.3 of the 11 still needed expected in time');
  assert.equal(because({...none, supplierKeptAtLead: 1, supplierEndedAtLead: 7}), '1 of 7 dates this far ahead kept');
  assert.equal(because({...none, supplierEndedAtLead: 0, keptAtLead: 3, endedAtLead: 9}), '3 of 9 dates this far ahead kept here');
});

test('a list of alerts that is empty says why', () => {
  const empty = {groups: [], open: 0, past: 0, pages: 0};
  const said = (query, state) => text(all(alertsPage.view(empty, {path: '/alerts', query: new URLSearchParams(query)},
    {programme: {clock: {state}, clusters: [], suppliers: []}}), 'p', 'nothing'));
  assert.equal(said('', 'RUNNING'), 'No alert is open, and the hub is looking.');
  assert.equal(said('', 'NOT_RUNNING'), 'No alert is open; but see the hub clock.');
  assert.equal(said('state=past', 'RUNNING'), 'No alert is over yet.');
  assert.equal(said('state=past&kind=DATE_SLIPPING', 'RUNNING'), 'No alert is like that.');
});

test('suppliers are sorted where they are, and stay so on the next page', () => {
  const supplier = (name, hitRate) => ({
    name, supplier: name, hitRate, met: 0, metLate: 0, missed: 0, pending: 0, accepted: 1, lastAcceptedAt: null, silent: false,
  });
  const suppliers = [supplier('Bt', 0.2), supplier('Accenture', null), supplier('Fujitsu', 0.1)];
  const names = () => all(supplierTable(suppliers), 'th').filter(({props}) => props.scope === 'row').map(text);
  assert.deepEqual(names(), ['Accenture', 'Bt', 'Fujitsu']);
  all(supplierTable(suppliers), 'button')[1].props.onclick();
  assert.deepEqual(names(), ['Fujitsu', 'Bt', 'Accenture']);
  all(supplierTable(suppliers), 'button')[1].props.onclick();
  assert.deepEqual(names(), ['Bt', 'Fujitsu', 'Accenture']);
  assert.equal(text(supplierTable([])), 'No supplier has reported here.');
});

test('a notice concerns the pages that it can change', () => {
  const south = {params: {cluster: 'south', milestone: 'go-live/bath/R0'}};
  const change = (topic, cluster, key) => ({topic, cluster, key});
  assert.ok(milestonePage.concerns(change('rollout.milestones', 'south', 'south/go-live/bath/R0'), south));
  assert.ok(milestonePage.concerns(change('rollout.journal', 'south', null), south));
  assert.ok(milestonePage.concerns(change('rollout.cluster-status', 'south', 'south'), south));
  assert.ok(!milestonePage.concerns(change('rollout.milestones', 'south', 'south/go-live/taunton/R0'), south));
  assert.ok(!milestonePage.concerns(change('rollout.milestones', 'london', 'london/go-live/bath/R0'), south));
  assert.ok(clusterPage.concerns(change('rollout.programme', null, null), south));
});

test('what was sent is laid out if it is whole and JSON, and else shown as it came', () => {
  assert.equal(pretty({format: 'json', text: '{"a":1}', cut: false}), '{\n  "a": 1\n}');
  for (const payload of [
    {format: 'json', text: '{"a":1', cut: true}, {format: 'json', text: '{"a":1', cut: false}, {format: 'hex', text: '00ff', cut: false},
  ]) {
    assert.equal(pretty(payload), payload.text);
  }
});
