// One alert for good: from what is wrong to the milestone and the reports behind it.

import {get} from '../api.js';
import {html} from '../html.js';
import {because, courseBadge, episodeState, figure, flush, head, milestoneHref, section, severityBadge} from '../parts.js';
import {episodeList, reportTable, storyPanel} from '../reports.js';
import {ALERT_KIND, capital, date, instant, number, probability, prose, signed, word} from '../words.js';

export const alertPage = {
  name: 'alert',
  title: ({alert}) => `${word(ALERT_KIND, alert.kind)}: ${alert.title ?? alert.subject}`,
  load: ({params}) => get(`/alerts/${params.cluster}/${params.kind}/${params.subject}`),
  concerns: (change, {params}) => change.cluster === params.cluster && (change.key === null || change.key.includes(params.subject)),
  view: ({alert, milestone, episodes, causes, story}) => html`
    ${head(alert.title ?? alert.supplierName ?? alert.subject, {
      trail: [['Alerts', '/alerts'], [alert.clusterName, `/alerts?cluster=${alert.cluster}`], [word(ALERT_KIND, alert.kind)]],
      signs: [severityBadge(alert.severity), episodeState(alert, alert.severity)],
      lead: prose(withoutTitle(alert)),
    })}
    ${figures(alert)}
    ${milestone && html`<p class="panel link-row">
      Milestone: <a href=${milestoneHref(milestone.id)}>${milestone.name}</a> ${courseBadge(milestone.course)}
    </p>`}
    <div class="milestone-grid">
      <div class="column">
        ${section('evidence', 'Evidence', flush(reportTable(causes)))}
        ${section('episodes', 'Episodes', html`<div class="panel alert-story">
          ${episodeList(episodes, alert.severity, milestone ? milestoneHref(milestone.id) : '')}
        </div>`)}
      </div>
      ${storyPanel(story, causes)}
    </div>`,
};

const figures = (alert) => html`<dl class="figures panel wide">
  ${figure('Since', instant(alert.startsAt), alert.endsAt ? `until ${instant(alert.endsAt)}` : 'still open')}
  ${alert.due && figure('Due', date(alert.due), alert.slipDays ? `${signed(alert.slipDays)} d since the first promise` : null)}
  ${alert.count !== null && figure('Progress', `${number(alert.progress)} of ${number(alert.count)}`, 'go-lives that count')}
  ${alert.probability !== null && figure('Probability', probability(alert.probability),
    because({...alert.evidence, count: alert.count, progress: alert.progress}))}
  ${alert.unknownSince && figure('Chances', 'not known', `since ${date(alert.unknownSince)}`, 'warning')}
  ${alert.lastAcceptedAt && figure('Last report', instant(alert.lastAcceptedAt), null)}
  ${figure('Supplier', alert.supplierName ?? alert.supplier ?? '–', null)}
</dl>`;

/** The summary names the milestone, which the heading has named already. */
const withoutTitle = ({summary, title}) => (capital(title && summary.startsWith(`${title}: `) ? summary.slice(title.length + 2) : summary));
