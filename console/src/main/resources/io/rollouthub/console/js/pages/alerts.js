// What there is to do, and what there was: the alerts of a milestone are one line.

import {get} from '../api.js';
import {filters, pager} from '../filters.js';
import {html, live} from '../html.js';
import {head, isJudged, nothing, toDoList} from '../parts.js';
import {ALERT_KIND, known, number, SEVERITY} from '../words.js';

const TOPICS = new Set(['rollout.alerts', 'rollout.alert-transitions', 'rollout.milestones', 'rollout.programme']);

export const alertsPage = {
  name: 'alerts',
  title: () => 'Alerts',
  load: (where) => get('/to-do', where.query),
  concerns: (change) => TOPICS.has(change.topic),
  view(data, where, {navigate, programme}) {
    const {go, choice} = filters(where, navigate);
    const state = where.query.get('state') ?? 'open';
    const sort = where.query.get('sort') ?? 'newest';
    const tab = (parameter, chosen, usual) => (value, name, many) => html`<label class="toggle">
      <input type="radio" name=${parameter} checked=${chosen === value}
        onchange=${() => go({[parameter]: value === usual ? null : value})}/>
      <span>${name}${many !== undefined && html` <b>${live(number(many))}</b>`}</span>
    </label>`;
    const stateTab = tab('state', state, 'open');
    const sortTab = tab('sort', sort, 'newest');
    return html`
      ${head('Alerts', {
        lead: 'What is wrong, or was; the alerts of one milestone are one line. Each has an address of its own that stays.',
      })}
      <section class="panel flush" aria-label="Alerts">
        <div class="tools">
          <fieldset class="toggles">
            <legend class="unseen">State</legend>
            ${stateTab('open', 'Open', data.open)}${stateTab('past', 'Past', data.past)}${stateTab('all', 'All', data.open + data.past)}
          </fieldset>
          <fieldset class="toggles">
            <legend class="unseen">Order</legend>
            ${sortTab('newest', 'Newest first')}${sortTab('worst', 'Worst first')}
          </fieldset>
          ${choice('Cluster', 'cluster', 'All clusters', (programme?.clusters ?? []).map((one) => [one.cluster, one.name]))}
          ${choice('Kind', 'kind', 'All kinds', known(ALERT_KIND))}
          ${choice('Supplier', 'supplier', 'All suppliers', (programme?.suppliers ?? []).map((one) => [one.supplier, one.name]))}
          ${choice('Severity', 'severity', 'All', known(SEVERITY))}
        </div>
        ${data.groups.length === 0 ? nothing(none(state, where.query, programme)) : byCluster(data.groups).map(ofCluster)}
        ${pager(data, where)}
      </section>`;
  },
};

/** Neighbours of one cluster together: they come sorted so. */
export function byCluster(groups) {
  const all = [];
  for (const group of groups) {
    if (all.at(-1)?.[0].cluster !== group.cluster) {
      all.push([]);
    }
    all.at(-1).push(group);
  }
  return all;
}

const ofCluster = (groups) => html`<section key=${groups[0].cluster} class="alert-cluster-group" aria-label=${groups[0].clusterName}>
  <h2><a href="/clusters/${groups[0].cluster}">${groups[0].clusterName}</a></h2>
  ${toDoList(groups, {withCluster: false})}
</section>`;

function none(state, query, programme) {
  if (['cluster', 'kind', 'supplier', 'severity'].some((name) => query.get(name))) {
    return 'No alert is like that.';
  }
  return state !== 'open' ? 'No alert is over yet.'
    : `No alert is open${isJudged(programme?.clock) ? ', and the hub is looking' : '; but see the hub clock'}.`;
}
