// One cluster: its course, its milestones, its suppliers and contracts.

import {get} from '../api.js';
import {burnUp} from '../burnup.js';
import {chart} from '../charts.js';
import {deliveries} from '../deliveries.js';
import {html} from '../html.js';
import {milestoneSection} from '../milestones.js';
import {contractTable, correctionTable, supplierTable} from '../partners.js';
import {because, figure, head, hint, hitRate, isSlow, liveSites, milestoneHref, openAlerts, section, toDoList} from '../parts.js';
import {count, date, dayOf, number, probability, signed} from '../words.js';

const SHOWN_ALERTS = 6;

export const clusterPage = {
  name: 'cluster',
  title: ({cluster}) => cluster.name,
  async load({params, query}) {
    const path = `/clusters/${params.cluster}`;
    const [cluster, milestones] = await Promise.all([get(path), get(`${path}/milestones`, query)]);
    return {cluster, milestones};
  },
  concerns: (change, where) => change.cluster === where.params.cluster || change.topic === 'rollout.programme',
  view: ({cluster, milestones}, where, {navigate, programme}) => html`
    ${head(cluster.name, {trail: [['Programme', '/'], [cluster.name]], signs: openAlerts(cluster, programme?.clock)})}
    ${figures(cluster)}
    ${cluster.months.length === 0 ? hint('No site was planned or reported live on this cluster yet, so there is nothing to draw.') : html`
      <div class="charts-grid">
        <section class="panel" aria-label="Burn-up">
          ${chart(burnUp(cluster, {pledges: pledges(cluster)}))}${forecasts(cluster)}
        </section>
        <section class="panel" aria-label="Deliveries">${chart(deliveries(cluster))}</section>
      </div>`}
    ${cluster.toDo.length > 0 && toDo(cluster)}
    ${milestoneSection(cluster, milestones, where, navigate)}
    <div class="two-up">
      ${section('suppliers', 'Suppliers', supplierTable(cluster.suppliers))}
      ${section('contracts', 'Contracts', contractTable(cluster.contracts))}
    </div>
    ${cluster.corrections.length > 0
    && section('corrections', 'Corrections of what was never reported', correctionTable(cluster.corrections))}`,
};

function figures(cluster) {
  const {requiredPerMonth: required, scheduleVarianceMonths: late, plannedDurationMonths: planned} = cluster;
  const slow = isSlow(cluster);
  const enough = required === null ? 'no count of go-lives promised' : slow ? 'more than the rate: too slow' : 'the rate is enough';
  const index = late === null ? 'no plan yet' : `months; index ${number(cluster.spiT, 2)}`;
  const estimated = planned === null ? 'no plan yet' : `months estimated, ${number(planned)} planned`;
  return html`<dl class="figures panel wide">
    ${liveSites(cluster)}
    ${figure('Rate a month', number(cluster.ratePerMonth90, 2), `last 90 days; ${number(cluster.ratePerMonth365, 2)} in a year`)}
    ${figure('Required a month', number(required, 2), enough, slow ? 'warning' : null)}
    ${hitRate(cluster)}
    ${figure('Schedule', signed(late, 1), index, late < 0 ? 'warning' : null)}
    ${figure('Duration', number(cluster.estimatedDurationMonths, 1), estimated)}
    ${figure('Last report', date(dayOf(cluster.lastReportAt)), `${count(cluster.accepted, 'report')} in all`)}
  </dl>`;
}

/** Promised numbers that are not reached: the height at which the line of what is live would have to be. */
const pledges = ({commitments, live}) => commitments
  .filter((one) => one.targetKind === 'GO_LIVE_COUNT' && (one.status === 'PENDING' || one.status === 'MISSED'))
  .map((one) => ({name: one.name, month: one.due.slice(0, 7), total: live + Math.max(0, one.count - one.progress)}));

function forecasts({commitments}) {
  const foreseen = commitments.filter((one) => one.probability !== null);
  return foreseen.length > 0 && html`<div class="forecasts">
    <h2>Forecasts</h2>
    <ul>${foreseen.map((one) => html`<li key=${one.milestone}>
      <a href=${milestoneHref(one.id)}>${one.name}</a>
      <span>
        by ${date(one.due)} with ${probability(one.probability)} (${because(one)});
        half sure by ${date(one.p50)}, 85 % sure by ${date(one.p85)}
      </span>
    </li>`)}</ul>
  </div>`;
}

function toDo({cluster, toDo: groups}) {
  const more = groups.length - SHOWN_ALERTS;
  return section('open-alerts', 'Open alerts',
    html`<div class="panel flush two-columns">${toDoList(groups.slice(0, SHOWN_ALERTS), {withCluster: false})}</div>`,
    html`<a href="/alerts?cluster=${cluster}">${more > 0 ? `${more} more` : 'All alerts here'}</a>`);
}
