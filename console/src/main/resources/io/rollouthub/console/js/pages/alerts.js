// Alerts, open and past.

import {get} from '../api.js';
import {alertList, choice, isJudged, pager} from '../parts.js';
import {withQuery} from '../address.js';
import {h, live} from '../view.js';
import {ALERT_KIND, SEVERITY, number} from '../words.js';

const TOPICS = new Set(['rollout.alerts', 'rollout.alert-transitions', 'rollout.programme']);

const known = (words) => Object.entries(words).filter(([symbol]) => symbol !== 'UNKNOWN');

export const alertsPage = {
  name: 'alerts',
  title: () => 'Alerts',
  load: (where) => get('/alerts', where.query),
  concerns: (change) => TOPICS.has(change.topic),
  view(data, where, {navigate, programme}) {
    const {query} = where;
    const go = (changes) => navigate(withQuery(where, {page: null, ...changes}), {keep: true});
    const state = query.get('state') ?? 'open';
    const tab = (value, name, many) => h('label', {class: 'toggle', key: value},
      h('input', {type: 'radio', name: 'state', checked: state === value, onchange: () => go({state: value === 'open' ? null : value})}),
      h('span', null, name, ' ', h('b', null, live(number(many)))));
    return [
      h('div', {class: 'head'}, h('h1', null, 'Alerts'), h('p', {class: 'lead'}, 'What is wrong, or was. Each alert has an address of its own that stays.')),
      h('section', {class: 'panel flush', 'aria-label': 'Alerts'},
        h('div', {class: 'tools'},
          h('fieldset', {class: 'toggles'}, h('legend', {class: 'unseen'}, 'State'), tab('open', 'Open', data.open), tab('past', 'Past', data.past), tab('all', 'All', data.open + data.past)),
          choice('Cluster', query.get('cluster'), [['', 'All clusters'], ...(programme?.clusters ?? []).map((one) => [one.cluster, one.name])], (cluster) => go({cluster})),
          choice('Kind', query.get('kind'), [['', 'All kinds'], ...known(ALERT_KIND)], (kind) => go({kind})),
          choice('Supplier', query.get('supplier'), [['', 'All suppliers'], ...(programme?.suppliers ?? []).map((one) => [one.supplier, one.name])], (supplier) => go({supplier})),
          choice('Severity', query.get('severity'), [['', 'All'], ...known(SEVERITY)], (severity) => go({severity}))),
        data.alerts.length === 0 ? h('p', {class: 'hint nothing'}, nothing(state, query, programme)) : alertList(data.alerts),
        pager(data, (number) => withQuery(where, {page: number}))),
    ];
  },
};

function nothing(state, query, programme) {
  if (['cluster', 'kind', 'supplier', 'severity'].some((name) => query.get(name))) {
    return 'No alert is like that.';
  }
  return state === 'open' ? `No alert is open${isJudged(programme?.clock) ? ', and the hub is looking' : '; but see the hub clock'}.` : 'No alert is over yet.';
}
