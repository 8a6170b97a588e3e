// One cluster: its course, its milestones, its suppliers and contracts.

import {get} from '../api.js';
import {burnUp} from '../burnup.js';
import {deliveries} from '../deliveries.js';
import {contractTable, supplierTable} from '../partners.js';
import {milestoneSection} from '../milestones.js';
import {alertList, crumbs, figure, milestoneHref, openAlerts} from '../parts.js';
import {h} from '../view.js';
import {count, date, dayOf, number, percent, probability, signed} from '../words.js';

const SHOWN_ALERTS = 6;

export const clusterPage = {
  name: 'cluster',
  title: ({cluster}) => cluster.name,
  async load(where) {
    const path = `/clusters/${where.params.cluster}`;
    const [cluster, milestones] = await Promise.all([get(path), get(`${path}/milestones`, where.query)]);
    return {cluster, milestones};
  },
  concerns: (change, where) => change.cluster === where.params.cluster || change.topic === 'rollout.programme',
  view({cluster, milestones}, where, {navigate, programme}) {
    return [
      h('div', {class: 'head'},
        crumbs(['Programme', '/'], [cluster.name]),
        h('div', {class: 'title-row'}, h('h1', null, cluster.name), openAlerts(cluster, programme?.clock))),
      figures(cluster),
      h('div', {class: 'charts-grid'},
        h('section', {class: 'panel', 'aria-label': 'Burn-up'}, burnUp(cluster, {pledges: pledges(cluster)}), forecasts(cluster)),
        h('section', {class: 'panel', 'aria-label': 'Deliveries'}, deliveries(cluster))),
      cluster.openAlerts.length > 0 && alerts(cluster),
      milestoneSection(cluster, milestones, where, navigate),
      h('div', {class: 'two-up'},
        h('section', {'aria-labelledby': 'suppliers'}, h('div', {class: 'section-head'}, h('h2', {id: 'suppliers'}, 'Suppliers')), supplierTable(cluster.suppliers)),
        h('section', {'aria-labelledby': 'contracts'}, h('div', {class: 'section-head'}, h('h2', {id: 'contracts'}, 'Contracts')), contractTable(cluster.contracts))),
    ];
  },
};

function figures(cluster) {
  const required = cluster.requiredPerMonth;
  const slow = required !== null && cluster.ratePerMonth90 < required;
  const late = cluster.scheduleVarianceMonths;
  return h('dl', {class: 'figures panel wide'},
    figure('Live', number(cluster.live), cluster.planned === 0 ? 'no site planned' : `of ${number(cluster.planned)} planned`),
    figure('Rate a month', number(cluster.ratePerMonth90, 2), `last 90 days; ${number(cluster.ratePerMonth365, 2)} in a year`),
    figure('Required a month', number(required, 2), required === null ? 'no count of go-lives promised' : slow ? 'more than the rate: too slow' : 'the rate is enough', slow ? 'warning' : null),
    figure('Hit rate', percent(cluster.hitRate), `${number(cluster.met)} met, ${number(cluster.metLate)} late, ${number(cluster.missed)} missed`),
    figure('Schedule', late === null ? '–' : signed(late, 1), late === null ? 'no plan yet' : `months; index ${number(cluster.spiT, 2)}`, late !== null && late < 0 ? 'warning' : null),
    figure('Duration', cluster.estimatedDurationMonths === null ? '–' : number(cluster.estimatedDurationMonths, 1), cluster.plannedDurationMonths === null ? 'no plan yet' : `months estimated, ${number(cluster.plannedDurationMonths)} planned`),
    figure('Last report', date(dayOf(cluster.lastReportAt)), `${count(cluster.accepted, 'report')} in all`));
}

/** Promised numbers that are not reached: the height at which the line of what is live would have to be. */
function pledges(cluster) {
  return cluster.commitments
    .filter((one) => one.targetKind === 'GO_LIVE_COUNT' && (one.status === 'PENDING' || one.status === 'MISSED'))
    .map((one) => ({name: one.name, month: one.due.slice(0, 7), total: cluster.live + Math.max(0, one.count - one.progress)}));
}

function forecasts(cluster) {
  const foreseen = cluster.commitments.filter((one) => one.probability !== null);
  return foreseen.length > 0 && h('div', {class: 'forecasts'}, h('h2', null, 'Forecasts'), h('ul', null, foreseen.map((one) => h('li', {key: one.milestone},
    h('a', {href: milestoneHref(one.id)}, one.name),
    h('span', null, `by ${date(one.due)} with ${probability(one.probability)}; half sure by ${date(one.p50)}, 85 % sure by ${date(one.p85)}`)))));
}

function alerts(cluster) {
  const more = cluster.openAlerts.length - SHOWN_ALERTS;
  return h('section', {'aria-labelledby': 'open-alerts'},
    h('div', {class: 'section-head'}, h('h2', {id: 'open-alerts'}, 'Open alerts'),
      h('a', {href: `/alerts?cluster=${cluster.cluster}`}, more > 0 ? `${more} more` : 'All alerts here')),
    h('div', {class: 'panel flush two-columns'}, alertList(cluster.openAlerts.slice(0, SHOWN_ALERTS), {withCluster: false})));
}
