// One card a cluster, and the newest alerts: where somebody looks first.

import {get} from '../api.js';
import {BURN_UP_SAMPLES, burnUp} from '../burnup.js';
import {chart, legend} from '../charts.js';
import {html, live} from '../html.js';
import {figure, flush, head, hint, hitRate, isSlow, liveSites, openAlerts, section, toDoList} from '../parts.js';
import {count, date, dayOf, number, signed} from '../words.js';

const TOPICS = new Set(['rollout.cluster-status', 'rollout.delivery-rates', 'rollout.milestones', 'rollout.supplier-status',
  'rollout.alerts', 'rollout.alert-transitions', 'rollout.programme']);

const SHOWN_ALERTS = 5;

export const programmePage = {
  name: 'programme',
  title: (data) => data.name,
  load: () => get('/programme'),
  concerns: (change) => TOPICS.has(change.topic),
  view(data, where, {programme}) {
    const clock = programme?.clock ?? data.clock;
    const cards = html`<div class="cards-grid">${data.clusters.map((cluster) => card(cluster, clock))}</div>`;
    return html`
      ${head(data.name, {lead: summary(data)})}
      <div class="programme-grid">
        ${section('clusters', 'Clusters', cards, legend(BURN_UP_SAMPLES), 'clusters')}
        ${section('newest', 'Newest alerts', newest(data), html`<a href="/alerts">All alerts</a>`, 'newest')}
      </div>`;
  },
};

function summary({clusters, toDoCritical, toDoWarning}) {
  const sum = (what) => clusters.reduce((total, cluster) => total + cluster[what], 0);
  const unplanned = sum('liveUnplanned');
  return [live(count(sum('livePlanned'), 'site')), ' live of ', live(number(sum('planned'))), ' planned',
    unplanned > 0 && [', ', live(number(unplanned)), ' more without a plan'], '. ',
    'To do: ', live(number(toDoCritical)), ' critical, ', live(count(toDoWarning, 'warning')), '.'];
}

const newest = ({newest: groups, clock}) => (groups.length === 0
  ? hint(clock.state === 'NEVER_TICKED' ? 'The hub has not begun to judge.' : 'No alert has ever opened.')
  : flush(toDoList(groups.slice(0, SHOWN_ALERTS))));

function card(cluster, clock) {
  const {cluster: id, requiredPerMonth: required, scheduleVarianceMonths: late, lastReportAt, today} = cluster;
  const slow = isSlow(cluster);
  return html`<article class="panel cluster" key=${id} aria-labelledby="cluster-${id}">
    <header>
      <h3 id="cluster-${id}"><a href="/clusters/${id}">${cluster.name}</a></h3>
      ${openAlerts(cluster, clock)}
    </header>
    <dl class="figures">
      ${liveSites(cluster)}
      ${figure('Rate a month', number(cluster.ratePerMonth90, 2),
        required === null ? 'nothing required' : `${slow ? 'too slow: ' : ''}${number(required, 2)} required`, slow ? 'warning' : null)}
      ${hitRate(cluster)}
      ${figure('Schedule', signed(late, 1),
        late === null ? 'no plan yet' : `months, ${late < 0 ? 'behind' : late > 0 ? 'ahead' : 'on time'}`, late < 0 ? 'warning' : null)}
    </dl>
    ${cluster.burnUp.months.length > 0 ? chart(burnUp(cluster, {size: 'small'})) : hint('Nothing was reported on this cluster yet.')}
    <p class="card-foot">
      <span>${lastReportAt ? `Last report ${date(dayOf(lastReportAt))}` : 'Nothing reported yet'}</span>
      ${today && html`<span>as of ${date(today)}</span>`}
    </p>
  </article>`;
}
