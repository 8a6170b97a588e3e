// Pieces that several pages show.

import {html, live} from './html.js';
import {badge} from './icons.js';
import {ALERT_KIND, count, COURSE, date, instant, number, percent, prose, RESOLUTION, SEVERITY, word} from './words.js';

const COURSE_LOOK = {
  MISSED: ['critical', 'cross'], AT_RISK: ['warning', 'warning'], SLIPPING: ['warning', 'slope'], ON_TRACK: ['info', 'circle'],
  MET_LATE: ['warning', 'late'], MET: ['ok', 'check'], WITHDRAWN: ['neutral', 'minus'],
};

/** How a milestone does, in the word of whoever manages it. */
export const courseBadge = (course) => badge(...(COURSE_LOOK[course] ?? ['neutral', 'unknown']), word(COURSE, course));

const toneOf = (severity) => (severity === 'CRITICAL' ? 'critical' : 'warning');

export const severityBadge = (severity) => badge(toneOf(severity), toneOf(severity), word(SEVERITY, severity));

/** Whether an alert still is, or how it ended. */
export const episodeState = ({state, resolution}, severity) => (state === 'OPEN'
  ? badge(toneOf(severity), 'circle', 'Open')
  : badge('neutral', 'check', `Over, ${word(RESOLUTION, resolution)}`));

/** Whether somebody looks for alerts: else that there are none says nothing. */
export const isJudged = (clock) => clock?.state === 'RUNNING' || clock?.state === 'SIMULATED';

/** Where the hub's clock stands: only the day of one that is simulated says something. */
export const clockTime = ({state, tick, today}) => (!tick ? 'none yet' : state === 'SIMULATED' ? date(today) : instant(tick));

/** How many milestones and suppliers have open alerts, by severity; "none" is said, not left out. */
export function openAlerts({toDoCritical: critical, toDoWarning: warning, cluster}, clock) {
  if (critical + warning === 0) {
    return isJudged(clock) ? badge('ok', 'check', 'No open alerts') : badge('neutral', 'unknown', 'No alerts known');
  }
  return html`<a class="alert-counts" href="/alerts?cluster=${cluster}">
    ${critical > 0 && badge('critical', 'critical', [live(critical), ' critical'])}
    ${warning > 0 && badge('warning', 'warning', [live(warning), warning === 1 ? ' warning' : ' warnings'])}
  </a>`;
}

/** A figure with what it means. tone: ok, warning or critical, said by the words in note as well. */
export const figure = (name, value, note, tone) => html`<div class="figure ${tone ?? ''}">
  <dt>${name}</dt><dd>${live(value)}${note && small(note)}</dd>
</div>`;

export const small = (...text) => html`<small>${text}</small>`;

/** Figures of a cluster that its card and its page show alike. */
export const liveSites = ({live: all, livePlanned, liveUnplanned, planned}) => (planned === 0
  ? figure('Live', number(all), 'no site planned')
  : figure('Live', number(livePlanned),
      `of ${number(planned)} planned${liveUnplanned > 0 ? `; ${number(liveUnplanned)} more without a plan` : ''}`));

export const hitRate = ({hitRate: share, met, metLate, missed}) =>
  figure('Hit rate', percent(share), `${number(met)} met, ${number(metLate)} late, ${number(missed)} missed`);

/** Whether a cluster goes live too seldom for what is promised. */
export const isSlow = ({requiredPerMonth: required, ratePerMonth90: rate}) => required !== null && rate < required;

/** A part of a page under a heading, beside which something may stand. */
export const section = (id, name, content, aside, kind = null) => html`<section class=${kind} aria-labelledby=${id}>
  <div class="section-head"><h2 id=${id}>${name}</h2>${aside}</div>
  ${content}
</section>`;

/** The head of a page: the way to it as [name, address], its name with signs beside, a sentence. */
export const head = (name, {trail, signs, lead, more}) => html`<div class="head">
  ${trail && html`<nav class="crumbs" aria-label="Where this is"><ol>${trail.map(crumb)}</ol></nav>`}
  ${signs ? html`<div class="title-row"><h1>${name}</h1>${signs}</div>` : html`<h1>${name}</h1>`}
  ${lead && html`<p class="lead">${lead}</p>`}${more}
</div>`;

const crumb = ([name, href]) => html`<li key=${href ?? name}>${href ? html`<a href=${href}>${name}</a>` : name}</li>`;

/** A panel filled by a list or a table; one that says why there is none. */
export const flush = (content) => html`<div class="panel flush">${content}</div>`;
export const hint = (text) => html`<p class="hint panel">${text}</p>`;
export const nothing = (text) => html`<p class="hint nothing">${text}</p>`;

export const milestoneHref = (id) => `/milestones/${id}`;
export const alertHref = (id) => `/alerts/${id}`;

const time = (iso) => html`<time datetime=${iso}>${instant(iso)}</time>`;

/** What there is to do as a list: the alerts of one milestone are one line, each of them leads to its own page. */
export const toDoList = (groups, {withCluster = true} = {}) => html`<ol class="alerts">${groups.map((group) => html`
  <li key="${group.cluster}/${group.milestone ?? ''}/${group.subject}" class=${group.state === 'OPEN' ? 'open' : 'past'}>
    <div class="alert-signs">
      ${group.course ? courseBadge(group.course) : severityBadge(group.severity)}
      ${withCluster && html`<span class="alert-cluster">${group.clusterName}</span>`}
      ${group.times > 1 && html`<span class="alert-kind">${count(group.times, 'episode')} in all</span>`}
    </div>
    <a class="alert-summary" href=${group.milestone ? milestoneHref(group.milestone) : alertHref(group.alerts[0].alertId)}>
      ${prose(group.alerts[0].summary)}
    </a>
    <ul class="alert-when">${group.alerts.map(alertOf)}</ul>
  </li>`)}</ol>`;

const alertOf = (alert) => html`<li key=${alert.alertId}>
  <a href=${alertHref(alert.alertId)}>${word(ALERT_KIND, alert.kind)}</a> ${alert.state === 'OPEN'
    ? html`since ${time(alert.startsAt)}`
    : html`over, ${word(RESOLUTION, alert.resolution)}, ${time(alert.endsAt)}`}
</li>`;

/** By what a probability comes about, in a few words; it never stands alone. */
export function because(one) {
  if (one.named !== null && one.named !== undefined) {
    const needed = one.count - one.progress;
    return `${number((one.expected ?? 0) + (one.unnamedExpected ?? 0), 1)} of the ${number(needed)} still needed expected in time`;
  }
  if (one.supplierEndedAtLead) {
    return `${number(one.supplierKeptAtLead)} of ${count(one.supplierEndedAtLead, 'date')} this far ahead kept`;
  }
  return one.endedAtLead ? `${number(one.keptAtLead)} of ${count(one.endedAtLead, 'date')} this far ahead kept here` : 'of being in time';
}
