// Pieces that several pages show.

import {h, live} from './view.js';
import {icon} from './icons.js';
import {ALERT_KIND, RESOLUTION, SEVERITY, STATUS, count, instant, prose, word} from './words.js';

const STATUS_ICON = {PENDING: 'circle', MET: 'check', MET_LATE: 'late', MISSED: 'cross', WITHDRAWN: 'minus', UNKNOWN: 'unknown'};
const STATUS_TONE = {PENDING: 'info', MET: 'ok', MET_LATE: 'warning', MISSED: 'critical', WITHDRAWN: 'neutral', UNKNOWN: 'neutral'};

export function statusBadge(status) {
  return h('span', {class: `state ${STATUS_TONE[status] ?? 'neutral'}`}, icon(STATUS_ICON[status] ?? 'unknown'), word(STATUS, status));
}

export function severityBadge(severity) {
  const critical = severity === 'CRITICAL';
  return h('span', {class: `state ${critical ? 'critical' : 'warning'}`}, icon(critical ? 'critical' : 'warning'), word(SEVERITY, severity));
}

/** Whether somebody looks for alerts: else that there are none says nothing. */
export const isJudged = (clock) => clock?.state === 'RUNNING' || clock?.state === 'SIMULATED';

/** How many alerts are open, by severity; "none" is said, not left out. */
export function openAlerts({openCritical: critical, openWarning: warning, cluster}, clock) {
  if (critical + warning === 0) {
    return isJudged(clock)
      ? h('span', {class: 'state ok', key: 'none'}, icon('check'), 'No open alerts')
      : h('span', {class: 'state neutral', key: 'unknown'}, icon('unknown'), 'No alerts known');
  }
  return h('a', {class: 'alert-counts', href: `/alerts?cluster=${cluster}`},
    critical > 0 && h('span', {class: 'state critical', key: 'critical'}, icon('critical'), live(critical), ' critical'),
    warning > 0 && h('span', {class: 'state warning', key: 'warning'}, icon('warning'), live(warning), warning === 1 ? ' warning' : ' warnings'));
}

/** A figure with what it means. tone: ok, warning or critical, said by the words in note as well. */
export function figure(name, value, note, tone) {
  return h('div', {class: `figure ${tone ?? ''}`, key: name}, h('dt', null, name), h('dd', null, live(value), note && h('small', null, note)));
}

export function crumbs(...trail) {
  return h('nav', {class: 'crumbs', 'aria-label': 'Where this is'},
    h('ol', null, trail.map(([name, href]) => h('li', {key: href ?? name}, href ? h('a', {href}, name) : name))));
}

export const milestoneHref = (id) => `/milestones/${id}`;
export const alertHref = (id) => `/alerts/${id}`;
export const causeAnchor = (cause) => `report-${cause}`;

/** Alerts as a list; each links to its own page. */
export function alertList(alerts, {withCluster = true} = {}) {
  return h('ol', {class: 'alerts'}, alerts.map((alert) => h('li', {key: `${alert.alertId}#${alert.episode}`, class: alert.state === 'OPEN' ? 'open' : 'past'},
    h('div', {class: 'alert-signs'}, severityBadge(alert.severity),
      h('span', {class: 'alert-kind'}, word(ALERT_KIND, alert.kind)),
      withCluster && h('span', {class: 'alert-cluster'}, alert.clusterName)),
    h('a', {class: 'alert-summary', href: alertHref(alert.alertId)}, prose(alert.summary)),
    h('div', {class: 'alert-when'},
      h('span', null, 'since ', h('time', {datetime: alert.startsAt}, instant(alert.startsAt))),
      alert.state === 'OPEN' ? null : h('span', null, `over, ${word(RESOLUTION, alert.resolution)}, `, h('time', {datetime: alert.endsAt}, instant(alert.endsAt)))))));
}

/** The reports behind something, each with its source. */
export function reportTable(reports) {
  if (reports.length === 0) {
    return h('p', {class: 'hint'}, 'The journal is being read; the reports come in a moment.');
  }
  return h('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Table of reports'}, h('table', {class: 'reports'},
    h('thead', null, h('tr', null, ['Reported', 'By', 'What it said', 'Source', 'Event'].map((name) => h('th', {scope: 'col', key: name}, name)))),
    h('tbody', null, reports.map((report) => h('tr', {key: report.cause, id: causeAnchor(report.cause), tabindex: -1, class: report.standing === false ? 'replaced' : null},
      h('td', {class: 'nowrap'}, h('time', {datetime: report.reportedAt}, instant(report.reportedAt)),
        report.acceptedAt !== report.reportedAt && h('small', null, `received ${instant(report.acceptedAt)}`)),
      h('td', null, report.supplierName ?? report.supplier),
      h('td', {class: 'words'}, capital(prose(report.words)), report.standing === false && h('small', null, 'Replaced by a later report.'),
        report.replaces && h('small', null, `Replaces ${report.replaces}.`)),
      h('td', {class: 'source'}, report.source ?? h('span', {class: 'hint'}, 'none given')),
      h('td', {class: 'nowrap'}, h('code', null, report.eventId)))))));
}

function capital(text) {
  return text ? text.charAt(0).toUpperCase() + text.slice(1) : '–';
}

/** Causes as links into the table of reports on the same page, or on the milestone's. */
export function causeLinks(causes, page = '') {
  return causes.map((cause, i) => [i > 0 && ', ', h('a', {class: 'cause', key: cause, href: `${page}#${causeAnchor(cause)}`}, cause)]);
}

/** What "rollout explain" tells; causes in brackets become links where the reports are on the page. */
export function storyText(story, known) {
  if (!story) {
    return h('p', {class: 'hint'}, 'The journal is being read; the story comes in a moment.');
  }
  return h('div', {class: 'story'}, story.sections.map((section) => h('section', {key: section.heading},
    h('h3', null, prose(section.heading)),
    section.sentences.map((sentence) => {
      const text = sentence.trimStart();
      return h('p', {class: text.length < sentence.length ? 'sub' : null}, withLinks(text, known));
    }))));
}

const ALERT = /[A-Za-z0-9.-]+\/(?:MILESTONE_MISSED|MILESTONE_AT_RISK|DATE_SLIPPING|SUPPLIER_SILENT)\/[A-Za-z0-9./-]*[A-Za-z0-9/-]/;
const REFERENCE = new RegExp(`(\\[[^\\][\\s]+/[^\\][\\s]+\\]|${ALERT.source})`);

function withLinks(text, known) {
  return text.split(REFERENCE).map((part) => {
    const cause = part.startsWith('[') && part.endsWith(']') ? part.slice(1, -1) : null;
    if (cause) {
      return known.has(cause) ? h('a', {class: 'cause', href: `#${causeAnchor(cause)}`}, cause) : h('span', {class: 'cause'}, cause);
    }
    const alert = ALERT.exec(part);
    return alert && alert[0] === part ? h('a', {href: alertHref(part)}, part) : prose(part);
  });
}

/** Whether an alert still is, or how it ended. */
export function episodeState({state, resolution}, severity) {
  return state === 'OPEN'
    ? h('span', {class: `state ${severity === 'CRITICAL' ? 'critical' : 'warning'}`}, icon('circle'), 'Open')
    : h('span', {class: 'state neutral'}, icon('check'), `Over, ${word(RESOLUTION, resolution)}`);
}

/** The episodes of an alert with their transitions, oldest first. */
export function episodeList(episodes, severity, causePage) {
  return h('ol', {class: 'episodes'}, episodes.map((episode) => h('li', {key: episode.episode},
    h('p', {class: 'episode-head'},
      h('strong', null, `Episode ${episode.episode}`), ' ',
      episodeState(episode, severity),
      h('span', {class: 'when'}, `${instant(episode.startsAt)} – ${episode.endsAt ? instant(episode.endsAt) : 'now'}`)),
    h('ol', {class: 'transitions'}, episode.transitions.map((transition) => h('li', {key: `${transition.at}${transition.state}`, class: transition.state === 'OPEN' ? 'open' : 'past'},
      h('time', {datetime: transition.at}, instant(transition.at)),
      h('span', null, transition.state === 'OPEN' ? 'Opened: ' : 'Ended: ', prose(transition.summary)),
      transition.causes.length > 0 && h('span', {class: 'causes'}, 'because of ', causeLinks(transition.causes, causePage))))))));
}

/** Page 2 of 9, with the way to the others. */
export function pager(page, link) {
  if (page.pages <= 1) {
    return null;
  }
  const to = (number, text) => number >= 1 && number <= page.pages && number !== page.page
    ? h('a', {class: 'button', href: link(number), key: text}, text)
    : h('span', {class: 'button off', 'aria-disabled': 'true', key: text}, text);
  return h('nav', {class: 'pager', 'aria-label': 'Further pages'},
    to(page.page - 1, 'Previous'),
    h('span', {key: 'place'}, `Page ${page.page} of ${page.pages}, ${count(page.total, 'row')}`),
    to(page.page + 1, 'Next'));
}

/** A choice of one. options: [value, name] */
export function choice(name, value, options, onchange) {
  return h('label', {class: 'choice'}, h('span', null, name),
    h('select', {value: value ?? '', onchange: (event) => onchange(event.target.value)},
      options.map(([option, text]) => h('option', {key: option, value: option, selected: option === (value ?? '')}, text))));
}

