// One card a cluster, and the newest alerts: where somebody looks first.

import {get} from '../api.js';
import {BURN_UP_LEGEND, burnUp} from '../burnup.js';
import {legend} from '../charts.js';
import {alertList, figure, openAlerts} from '../parts.js';
import {h, live} from '../view.js';
import {count, date, dayOf, number, percent, signed} from '../words.js';

const TOPICS = new Set(['rollout.cluster-status', 'rollout.delivery-rates', 'rollout.milestones', 'rollout.supplier-status',
  'rollout.alerts', 'rollout.alert-transitions', 'rollout.programme']);

const SHOWN_ALERTS = 5;

export const programmePage = {
  name: 'programme',
  title: (data) => data.name,
  load: () => get('/programme'),
  concerns: (change) => TOPICS.has(change.topic),
  view: (data, where, {programme}) => [
    h('div', {class: 'head'},
      h('h1', null, data.name),
      h('p', {class: 'lead'}, summary(data))),
    h('div', {class: 'programme-grid'},
      h('section', {class: 'clusters', 'aria-labelledby': 'clusters'},
        h('div', {class: 'section-head'}, h('h2', {id: 'clusters'}, 'Clusters'), legend(BURN_UP_LEGEND)),
        h('div', {class: 'cards-grid'}, data.clusters.map((cluster) => card(cluster, programme?.clock ?? data.clock)))),
      h('section', {class: 'newest', 'aria-labelledby': 'newest'},
        h('div', {class: 'section-head'}, h('h2', {id: 'newest'}, 'Newest alerts'), h('a', {href: '/alerts'}, 'All alerts')),
        data.newestAlerts.length === 0
          ? h('p', {class: 'hint panel'}, data.clock.state === 'NEVER_TICKED' ? 'The hub has not begun to judge.' : 'No alert has ever opened.')
          : h('div', {class: 'panel flush'}, alertList(data.newestAlerts.slice(0, SHOWN_ALERTS))))),
  ],
};

function summary(data) {
  const liveSites = data.clusters.reduce((sum, cluster) => sum + cluster.live, 0);
  const planned = data.clusters.reduce((sum, cluster) => sum + cluster.planned, 0);
  return [live(count(liveSites, 'site')), ' live, ', live(number(planned)), ' planned. ',
    live(count(data.openCritical, 'critical alert')), ' and ', live(count(data.openWarning, 'warning')), ' open.'];
}

function card(cluster, clock) {
  const required = cluster.requiredPerMonth;
  const slow = required !== null && cluster.ratePerMonth90 < required;
  const late = cluster.scheduleVarianceMonths;
  return h('article', {class: 'panel cluster', key: cluster.cluster, 'aria-labelledby': `cluster-${cluster.cluster}`},
    h('header', null,
      h('h3', {id: `cluster-${cluster.cluster}`}, h('a', {href: `/clusters/${cluster.cluster}`}, cluster.name)),
      openAlerts(cluster, clock)),
    h('dl', {class: 'figures'},
      figure('Live', number(cluster.live), cluster.planned === 0 ? 'no site planned' : `of ${number(cluster.planned)} planned`),
      figure('Rate a month', number(cluster.ratePerMonth90, 2), required === null ? 'nothing required' : `${slow ? 'too slow: ' : ''}${number(required, 2)} required`, slow ? 'warning' : null),
      figure('Hit rate', percent(cluster.hitRate), `${number(cluster.met)} met, ${number(cluster.metLate)} late, ${number(cluster.missed)} missed`),
      figure('Schedule', late === null ? '–' : signed(late, 1), late === null ? 'no plan yet' : late < 0 ? 'months, behind' : late > 0 ? 'months, ahead' : 'months, on time', late !== null && late < 0 ? 'warning' : null)),
    burnUp(cluster, {size: 'small'}),
    h('p', {class: 'card-foot'},
      h('span', null, cluster.lastReportAt ? `Last report ${date(dayOf(cluster.lastReportAt))}` : 'Nothing reported yet'),
      cluster.today && h('span', null, `as of ${date(cluster.today)}`)));
}
