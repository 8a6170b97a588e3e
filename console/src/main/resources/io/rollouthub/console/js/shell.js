// What surrounds every page: where one is, the hub's clock, and whether all of this is still true.

import {h, live} from './view.js';
import {icon} from './icons.js';
import {count, date, duration, instant} from './words.js';

const PAGES = [['/', 'Programme'], ['/alerts', 'Alerts'], ['/rejected', 'Rejected'], ['/system', 'System']];

const CLOCK = {
  RUNNING: ['ok', 'check', 'Running'],
  SIMULATED: ['info', 'replay', 'Simulated'],
  STANDS_STILL: ['critical', 'critical', 'Stands still'],
  NOT_RUNNING: ['critical', 'critical', 'Not running'],
  NEVER_TICKED: ['neutral', 'circle', 'Not begun'],
  UNKNOWN: ['critical', 'unknown', 'Unknown'],
};

export function header(shell, where) {
  const open = shell.programme ? shell.programme.openCritical + shell.programme.openWarning : 0;
  return h('div', {class: 'topbar'},
    h('a', {class: 'brand', href: '/'}, icon('logo'), h('span', null, 'Rollout Hub')),
    h('nav', {'aria-label': 'Pages'}, h('ul', null, PAGES.map(([path, name]) => h('li', {key: path},
      h('a', {href: path, 'aria-current': where?.path === path ? 'page' : isUnder(where, path) ? 'true' : null}, name,
        name === 'Alerts' && open > 0 && h('span', {class: `tally ${shell.programme.openCritical > 0 ? 'critical' : 'warning'}`},
          live(open), h('span', {class: 'unseen'}, ' open'))))))),
    clock(shell));
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
    return h('div', {class: 'clock'});
  }
  const {state, tick, today, ageSeconds, words} = shell.clock;
  const lost = shell.lostSince !== null || shell.connection?.state === 'LOST';
  const [tone, symbol, name] = lost ? CLOCK.UNKNOWN : CLOCK[state] ?? CLOCK.UNKNOWN;
  const age = ageSeconds === null ? null : ageSeconds + (performance.now() - shell.clockHeard) / 1000;
  return h('div', {class: 'clock', title: words},
    h('span', {class: 'clock-label'}, 'Hub clock'),
    h('time', {class: 'clock-time', datetime: tick}, tick ? (state === 'SIMULATED' ? date(today) : instant(tick)) : 'none yet'),
    h('span', {class: `state ${tone}`}, icon(symbol), name),
    age !== null && h('span', {class: 'clock-age'}, `${duration(age)} ago`));
}

/** Plain words when what is shown may be old. */
export function notice(shell) {
  if (shell.lostSince !== null) {
    const since = Math.round((Date.now() - shell.lostSince) / 1000);
    return h('p', {class: 'notice critical', key: 'lost'}, icon('critical'),
      h('span', null, h('strong', null, 'Connection to the console lost. '), 'What you see may be old. Trying again',
        h('span', {'aria-hidden': 'true'}, since > 2 ? `, for ${duration(since)} now` : ''), '.'));
  }
  if (shell.connection?.state === 'LOST') {
    return h('p', {class: 'notice critical', key: 'kafka'}, icon('critical'),
      h('span', null, h('strong', null, 'The console has lost its connection to Kafka. '), 'What you see may be old. ', shell.connection.problem));
  }
  if (shell.connection?.state === 'READING') {
    return h('p', {class: 'notice info', key: 'reading'}, icon('replay'), h('span', null, 'The console is reading the topics. Figures grow until it is done.'));
  }
  const state = shell.clock?.state;
  if (state === 'STANDS_STILL' || state === 'NOT_RUNNING' || state === 'UNKNOWN') {
    return h('p', {class: 'notice critical', key: 'clock'}, icon('critical'),
      h('span', null, h('strong', null, 'No alerts is no good news now. '), shell.clock.words));
  }
  return null;
}

export function footer(shell) {
  const programme = shell.programme;
  return programme && h('p', null, `${programme.name}. Times in ${programme.zone}. `,
    count(programme.clusters.length, 'cluster'), ', ', count(programme.suppliers.length, 'supplier'), '. ',
    h('a', {href: '/api/programme'}, 'This data as JSON'));
}
