// What surrounds every page: where one is, the hub's clock, and whether all of this is still true.

import {html, live} from './html.js';
import {badge, icon} from './icons.js';
import {clockTime} from './parts.js';
import {inWords} from './wellbeing.js';
import {count, duration} from './words.js';

const PAGES = [['/', 'Programme'], ['/alerts', 'Alerts'], ['/record', 'Record'], ['/rejected', 'Rejected'], ['/system', 'System']];

const CLOCK = {
  RUNNING: ['ok', 'check', 'Running'],
  SIMULATED: ['info', 'replay', 'Simulated'],
  STANDS_STILL: ['critical', 'critical', 'Stands still'],
  NOT_RUNNING: ['critical', 'critical', 'Not running'],
  NEVER_TICKED: ['neutral', 'circle', 'Not begun'],
  UNKNOWN: ['critical', 'unknown', 'Unknown'],
};

export const header = (shell, where) => html`<div class="topbar">
  <a class="brand" href="/">
    <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7"/><path d="M6 24h6v-6h6v-6h8"/><circle cx="25.5" cy="12" r="3.4"/>
    </svg>
    <span>Rollout Hub</span>
  </a>
  <nav aria-label="Pages"><ul>${PAGES.map(([path, name]) => html`<li key=${path}>
    <a href=${path} aria-current=${where?.path === path ? 'page' : isUnder(where, path) ? 'true' : null}>
      ${name}${name === 'Alerts' && tally(shell.programme)}
    </a>
  </li>`)}</ul></nav>
  ${clock(shell)}
</div>`;

function tally(programme) {
  const open = programme ? programme.toDoCritical + programme.toDoWarning : 0;
  return open > 0 && html`<span class="tally ${programme.toDoCritical > 0 ? 'critical' : 'warning'}">
    ${live(open)}<span class="unseen"> open</span>
  </span>`;
}

function isUnder(where, path) {
  if (!where) {
    return false;
  }
  return path === '/' ? !PAGES.some(([other]) => other !== '/' && isUnder(where, other))
    : where.path === path || where.path.startsWith(`${path}/`);
}

/** The clock, and how fresh it is: without it "no alerts" could mean "nobody looks". */
function clock(shell) {
  if (!shell.clock) {
    return html`<div class="clock"></div>`;
  }
  const {state, tick, ageSeconds, words} = shell.clock;
  const lost = shell.lostSince !== null || shell.connection?.state === 'LOST';
  const age = ageSeconds === null ? null : ageSeconds + (performance.now() - shell.clockHeard) / 1000;
  return html`<div class="clock" title=${words}>
    <span class="clock-label">Hub clock</span>
    <time class="clock-time" datetime=${tick}>${clockTime(shell.clock)}</time>
    ${badge(...((!lost && CLOCK[state]) || CLOCK.UNKNOWN))}
    ${age !== null && html`<span class="clock-age">${duration(age)} ago</span>`}
  </div>`;
}

/** Plain words when what is shown may be old. */
export function notice(shell) {
  if (shell.lostSince !== null) {
    const since = Math.round((Date.now() - shell.lostSince) / 1000);
    return bad('lost', 'Connection to the console lost.', ['What you see may be old. Trying again',
      html`<span aria-hidden="true">${since > 2 ? `, for ${duration(since)} now` : ''}</span>`, '.']);
  }
  if (shell.connection?.state === 'LOST') {
    return bad('kafka', 'The console has lost its connection to Kafka.', `What you see may be old. ${shell.connection.problem ?? ''}`);
  }
  if (shell.connection?.state === 'READING') {
    return html`<p class="notice info" key="reading">
      ${icon('replay')}<span>The console is reading the topics. Figures grow until it is done.</span>
    </p>`;
  }
  if (['STANDS_STILL', 'NOT_RUNNING', 'UNKNOWN'].includes(shell.clock?.state)) {
    return bad('clock', 'No alerts is no good news now.', shell.clock.words);
  }
  return shell.unwell?.length > 0 ? bad('unwell', 'The hub is not well.', inWords(shell.unwell)) : null;
}

const bad = (key, what, more) => html`<p class="notice critical" key=${key}>
  ${icon('critical')}<span><strong>${what} </strong>${more}</span>
</p>`;

export const footer = ({programme}) => programme && html`<p>${[
  `${programme.name}. Times in ${programme.zone}. `,
  count(programme.clusters.length, 'cluster'), ', ', count(programme.suppliers.length, 'supplier'), '. ',
]}<a href="/api/programme">This data as JSON</a></p>`;
