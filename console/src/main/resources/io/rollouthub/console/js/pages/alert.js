// One alert for good: from what is wrong to the milestone and the reports behind it.

import {get} from '../api.js';
import {crumbs, episodeList, episodeState, figure, milestoneHref, reportTable, severityBadge, statusBadge, storyText} from '../parts.js';
import {h} from '../view.js';
import {ALERT_KIND, date, instant, number, probability, prose, signed, word} from '../words.js';

export const alertPage = {
  name: 'alert',
  title: ({alert}) => `${word(ALERT_KIND, alert.kind)}: ${alert.title ?? alert.subject}`,
  load: ({params}) => get(`/alerts/${params.cluster}/${params.kind}/${params.subject}`),
  concerns: (change, {params}) => change.cluster === params.cluster && (change.key === null || change.key.includes(params.subject)),
  view({alert, milestone, episodes, causes, story}) {
    const known = new Set(causes.map((report) => report.cause));
    const all = milestone ? milestoneHref(milestone.id) : '';
    return [
      h('div', {class: 'head'},
        crumbs(['Alerts', '/alerts'], [alert.clusterName, `/alerts?cluster=${alert.cluster}`], [word(ALERT_KIND, alert.kind)]),
        h('div', {class: 'title-row'}, h('h1', null, alert.title ?? alert.supplierName ?? alert.subject),
          severityBadge(alert.severity),
          episodeState(alert, alert.severity)),
        h('p', {class: 'lead'}, prose(withoutTitle(alert)))),
      h('dl', {class: 'figures panel wide'},
        figure('Since', instant(alert.startsAt), alert.endsAt ? `until ${instant(alert.endsAt)}` : 'still open'),
        alert.due && figure('Due', date(alert.due), alert.slipDays ? `${signed(alert.slipDays)} d since the first promise` : null),
        alert.count !== null && figure('Progress', `${number(alert.progress)} of ${number(alert.count)}`, 'go-lives that count'),
        alert.probability !== null && figure('Probability', probability(alert.probability), 'of being in time'),
        alert.lastAcceptedAt && figure('Last report', instant(alert.lastAcceptedAt), null),
        figure('Supplier', alert.supplierName ?? alert.supplier ?? '–', null)),
      milestone && h('p', {class: 'panel link-row'}, 'Milestone: ', h('a', {href: milestoneHref(milestone.id)}, milestone.name), ' ', statusBadge(milestone.status)),
      h('div', {class: 'milestone-grid'},
        h('div', {class: 'column'},
          h('section', {'aria-labelledby': 'evidence'}, h('div', {class: 'section-head'}, h('h2', {id: 'evidence'}, 'Evidence')), h('div', {class: 'panel flush'}, reportTable(causes))),
          h('section', {'aria-labelledby': 'episodes'}, h('div', {class: 'section-head'}, h('h2', {id: 'episodes'}, 'Episodes')), h('div', {class: 'panel alert-story'}, episodeList(episodes, alert.severity, all)))),
        h('section', {class: 'panel story-panel', 'aria-labelledby': 'story'}, h('h2', {id: 'story'}, 'In plain words'), storyText(story, known))),
    ];
  },
};

/** The summary names the milestone, which the heading has named already. */
function withoutTitle({summary, title}) {
  const rest = title && summary.startsWith(`${title}: `) ? summary.slice(title.length + 2) : summary;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
