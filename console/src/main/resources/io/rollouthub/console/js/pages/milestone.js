// One milestone: what was promised and when, what became of it, why the hub says so.

import {get} from '../api.js';
import {chart} from '../charts.js';
import {html} from '../html.js';
import {alertHref, because, courseBadge, figure, flush, head, hint, section, severityBadge} from '../parts.js';
import {episodeList, reportTable, storyPanel} from '../reports.js';
import {trend} from '../trend.js';
import {ALERT_KIND, count, date, dayNumber, number, probability, signed, word} from '../words.js';

export const milestonePage = {
  name: 'milestone',
  title: (data) => data.milestone?.name ?? data.story?.title ?? data.id,
  load: ({params}) => get(`/milestones/${params.cluster}/${params.milestone}`),
  concerns: (change, {params}) => change.cluster === params.cluster
    && (change.key === null || change.key.includes(params.milestone) || change.topic === 'rollout.cluster-status'),
  view(data) {
    const {milestone, history} = data;
    return html`
      ${head(milestonePage.title(data), {
        trail: [['Programme', '/'], [data.clusterName, `/clusters/${data.id.split('/')[0]}`], [milestone?.milestone ?? data.id]],
        signs: milestone && courseBadge(milestone.course),
      })}
      ${milestone ? figures(milestone, data.today) : hint('This milestone no longer exists: no plan is left that gives it a date.')}
      <div class="milestone-grid">
        <div class="column">
          ${milestone && data.plan.length > 0 && html`<section class="panel" aria-label="Trend">${chart(trend(data))}</section>`}
          ${section('reports', 'Reports', flush(reportTable(history)),
            html`<span class="hint">${count(history.length, 'report')}</span>`)}
          ${section('milestone-alerts', 'Alerts', alerts(data.alerts))}
        </div>
        ${storyPanel(data.story, history, forecast(data.forecast))}
      </div>`;
  },
};

const figures = (one, today) => html`<dl class="figures panel wide">
  ${figure('Due', one.undated ? 'no date' : date(one.due), due(one, today), one.status === 'MISSED' || one.undated ? 'warning' : null)}
  ${figure('Baseline', date(one.baseline), 'the first date promised')}
  ${figure('Slip', one.slipDays === 0 ? 'none' : `${signed(one.slipDays)} d`,
    one.slips === 0 ? 'never moved later' : count(one.slips, 'slip'), one.slipDays > 0 ? 'warning' : null)}
  ${figure('Achieved', one.achievedOn ? date(one.achievedOn) : 'not yet', null)}
  ${one.count !== null && figure('Progress', `${number(one.progress)} of ${number(one.count)}`, 'go-lives that count')}
  ${one.probability !== null && figure('Probability', probability(one.probability), because(one))}
  ${figure('Owner', one.ownerName ?? one.owner, null)}
</dl>`;

function due({status, due: day, undated}, today) {
  if (undated) {
    return `was ${date(day)}`;
  }
  const days = dayNumber(day) - dayNumber(today);
  return status !== 'PENDING' && status !== 'MISSED' ? null : days >= 0 ? `in ${count(days, 'day')}` : `${count(-days, 'day')} ago`;
}

const forecast = (of) => of && html`<dl class="outlook">
  <div><dt>Half sure by</dt><dd>${date(of.p50)}</dd></div>
  <div><dt>85 % sure by</dt><dd>${date(of.p85)}</dd></div>
  ${of.remaining !== null && html`<div><dt>Still needed</dt><dd>${number(of.remaining)} in ${count(of.daysLeft, 'day')}</dd></div>`}
</dl>`;

const alerts = (all) => (all.length === 0
  ? hint('No alert has ever opened on this milestone.')
  : all.map(({alertId, kind, severity, episodes}) => html`<article class="panel alert-story" key=${alertId}>
      <header>${severityBadge(severity)}<h3><a href=${alertHref(alertId)}>${word(ALERT_KIND, kind)}</a></h3></header>
      ${episodeList(episodes, severity)}
    </article>`));
