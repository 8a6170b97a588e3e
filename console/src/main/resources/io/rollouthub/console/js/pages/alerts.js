// Alerts, open and past.

import {get} from '../api.js';
import {filters, pager} from '../filters.js';
import {html, live} from '../html.js';
import {alertList, head, isJudged, nothing} from '../parts.js';
import {ALERT_KIND, known, number, SEVERITY} from '../words.js';

const TOPICS = new Set(['rollout.alerts', 'rollout.alert-transitions', 'rollout.programme']);

export const alertsPage = {
  name: 'alerts',
  title: () => 'Alerts',
  load: (where) => get('/alerts', where.query),
  concerns: (change) => TOPICS.has(change.topic),
  view(data, where, {navigate, programme}) {
    const {go, choice} = filters(where, navigate);
    const state = where.query.get('state') ?? 'open';
    const tab = (value, name, many) => html`<label class="toggle">
      <input type="radio" name="state" checked=${state === value} onchange=${() => go({state: value === 'open' ? null : value})}/>
      <span>${name} <b>${live(number(many))}</b></span>
    </label>`;
    return html`
      ${head('Alerts', {lead: 'What is wrong, or was. Each alert has an address of its own that stays.'})}
      <section class="panel flush" aria-label="Alerts">
        <div class="tools">
          <fieldset class="toggles">
            <legend class="unseen">State</legend>
            ${tab('open', 'Open', data.open)}${tab('past', 'Past', data.past)}${tab('all', 'All', data.open + data.past)}
          </fieldset>
          ${choice('Cluster', 'cluster', 'All clusters', (programme?.clusters ?? []).map((one) => [one.cluster, one.name]))}
          ${choice('Kind', 'kind', 'All kinds', known(ALERT_KIND))}
          ${choice('Supplier', 'supplier', 'All suppliers', (programme?.suppliers ?? []).map((one) => [one.supplier, one.name]))}
          ${choice('Severity', 'severity', 'All', known(SEVERITY))}
        </div>
        ${data.alerts.length === 0 ? nothing(none(state, where.query, programme)) : alertList(data.alerts)}
        ${pager(data, where)}
      </section>`;
  },
};

function none(state, query, programme) {
  if (['cluster', 'kind', 'supplier', 'severity'].some((name) => query.get(name))) {
    return 'No alert is like that.';
  }
  return state !== 'open' ? 'No alert is over yet.'
    : `No alert is open${isJudged(programme?.clock) ? ', and the hub is looking' : '; but see the hub clock'}.`;
}
