// One milestone: what was promised and when, what became of it, why the hub says so.

import {get} from '../api.js';
import {alertHref, crumbs, episodeList, figure, reportTable, severityBadge, statusBadge, storyText} from '../parts.js';
import {trend} from '../trend.js';
import {h} from '../view.js';
import {ALERT_KIND, count, date, number, probability, signed, word} from '../words.js';

export const milestonePage = {
  name: 'milestone',
  title: (data) => data.milestone?.name ?? data.story?.title ?? data.id,
  load: ({params}) => get(`/milestones/${params.cluster}/${params.milestone}`),
  concerns: (change, {params}) => change.cluster === params.cluster
    && (change.key === null || change.key.includes(params.milestone) || change.topic === 'rollout.cluster-status'),
  view(data) {
    const {milestone} = data;
    const known = new Set(data.history.map((report) => report.cause));
    return [
      h('div', {class: 'head'},
        crumbs(['Programme', '/'], [data.clusterName, `/clusters/${data.id.split('/')[0]}`], [milestone?.milestone ?? data.id]),
        h('div', {class: 'title-row'}, h('h1', null, milestonePage.title(data)), milestone && statusBadge(milestone.status))),
      milestone
        ? figures(milestone, data)
        : h('p', {class: 'panel hint'}, 'This milestone no longer exists: no plan is left that gives it a date.'),
      h('div', {class: 'milestone-grid'},
        h('div', {class: 'column'},
          milestone && data.plan.length > 0 && h('section', {class: 'panel', 'aria-label': 'Trend'}, trend(data)),
          h('section', {'aria-labelledby': 'reports'}, h('div', {class: 'section-head'}, h('h2', {id: 'reports'}, 'Reports'), h('span', {class: 'hint'}, count(data.history.length, 'report'))),
            h('div', {class: 'panel flush'}, reportTable(data.history))),
          alerts(data)),
        h('section', {class: 'panel story-panel', 'aria-labelledby': 'story'}, h('h2', {id: 'story'}, 'In plain words'),
          forecast(data.forecast), storyText(data.story, known))),
    ];
  },
};

function figures(one, {today}) {
  const days = one.status === 'PENDING' || one.status === 'MISSED' ? Math.round((Date.parse(one.due) - Date.parse(today)) / 86_400_000) : null;
  return h('dl', {class: 'figures panel wide'},
    figure('Due', one.undated ? 'no date' : date(one.due), one.undated ? `was ${date(one.due)}` : days === null ? null : days >= 0 ? `in ${count(days, 'day')}` : `${count(-days, 'day')} ago`, one.status === 'MISSED' || one.undated ? 'warning' : null),
    figure('Baseline', date(one.baseline), 'the first date promised'),
    figure('Slip', one.slipDays === 0 ? 'none' : `${signed(one.slipDays)} d`, one.slips === 0 ? 'never moved later' : count(one.slips, 'slip'), one.slipDays > 0 ? 'warning' : null),
    figure('Achieved', one.achievedOn ? date(one.achievedOn) : 'not yet', null),
    one.count !== null && figure('Progress', `${number(one.progress)} of ${number(one.count)}`, 'go-lives that count'),
    one.probability !== null && figure('Probability', probability(one.probability), 'of being in time'),
    figure('Owner', one.ownerName ?? one.owner, null));
}

function forecast(of) {
  return of && h('dl', {class: 'outlook'},
    h('div', {key: 'p50'}, h('dt', null, 'Half sure by'), h('dd', null, date(of.p50))),
    h('div', {key: 'p85'}, h('dt', null, '85 % sure by'), h('dd', null, date(of.p85))),
    h('div', {key: 'pace'}, h('dt', null, 'Pace so far'), h('dd', null, `${count(of.goLives, 'go-live')} in ${count(of.days, 'day')}`)),
    h('div', {key: 'need'}, h('dt', null, 'Still needed'), h('dd', null, `${number(of.remaining)} in ${count(of.daysLeft, 'day')}`)));
}

function alerts(data) {
  return h('section', {'aria-labelledby': 'milestone-alerts'},
    h('div', {class: 'section-head'}, h('h2', {id: 'milestone-alerts'}, 'Alerts')),
    data.alerts.length === 0
      ? h('p', {class: 'hint panel'}, 'No alert has ever opened on this milestone.')
      : data.alerts.map((alert) => h('article', {class: 'panel alert-story', key: alert.alertId},
        h('header', null, severityBadge(alert.severity), h('h3', null, h('a', {href: alertHref(alert.alertId)}, word(ALERT_KIND, alert.kind)))),
        episodeList(alert.episodes, alert.severity))));
}
