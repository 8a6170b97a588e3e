// The console: shows the page of the address, and draws it again when a notice concerns it.

import {get, ApiError} from './api.js';
import {listen} from './stream.js';
import {find} from './router.js';
import {announceNews} from './news.js';
import {paced} from './paced.js';
import {render, h} from './view.js';
import {header, notice, footer} from './shell.js';
import {onThemeChange} from './theme.js';
import {useZone} from './words.js';

const $ = (id) => document.getElementById(id);
const shell = {programme: null, clock: null, clockHeard: 0, lostSince: null, connection: null};
let shown = {where: null, data: null, error: null};
let visited = 0;
let going = 0; // how many addresses are on their way
let overheard = false; // a notice came meanwhile
let asked = 0; // the newest asking; older answers are dropped

// ---- what is shown ----

function draw() {
  drawShell();
  const {where, data, error} = shown;
  if (!where) {
    return;
  }
  const title = error ? problemName(error) : where.page.title(data, where);
  document.title = `${title} · Rollout Hub`;
  render($('main'), error ? problem(error) : h('div', {key: where.path, class: `page ${where.page.name ?? ''}`},
    where.page.view(data, where, {navigate, programme: shell.programme})));
}

function drawShell() {
  render($('top'), header(shell, shown.where));
  render($('notice'), notice(shell));
  render($('foot'), footer(shell));
}

function problemName({status}) {
  return status === 404 ? 'Not found' : status === 503 ? 'Reading the topics' : 'Something is wrong';
}

function problem(error) {
  return h('section', {class: 'empty-page', key: 'problem'},
    h('h1', null, problemName(error)),
    h('p', null, error.message),
    h('p', null, h('a', {href: '/'}, 'Go to the programme')));
}

// ---- going somewhere ----

/** Shows another address. keep: the same page with other parameters, so focus and scroll stay. */
async function navigate(address, {keep = false, back = null} = {}) {
  const url = new URL(address, location.href);
  if (back === null) {
    history.replaceState({...history.state, scroll: window.scrollY}, '');
    history[keep ? 'replaceState' : 'pushState']({scroll: 0}, '', url);
  }
  going++;
  try {
    await show(find(url), keep);
  } finally {
    going--;
  }
  if (!keep) {
    arrive(back);
  }
  if (overheard) {
    overheard = false;
    refresh();
  }
}

/** Where a reader of a new page begins. */
function arrive(back) {
  const {hash} = shown.where;
  const target = hash ? document.getElementById(hash) : null;
  if (target) {
    target.scrollIntoView({block: 'center'});
    target.focus({preventScroll: true});
    return;
  }
  window.scrollTo(0, back ?? 0);
  if (visited++ > 0) { // the first page is read from its top, the way past the navigation included
    $('main').focus({preventScroll: true});
  }
}

async function show(where, keep) {
  const mine = ++asked;
  const waiting = setTimeout(() => $('main').setAttribute('aria-busy', 'true'), 150);
  try {
    const data = await where.page.load(where);
    if (mine === asked) {
      shown = {where, data, error: null};
    }
  } catch (error) {
    if (!(error instanceof ApiError)) {
      throw error;
    }
    if (mine === asked) {
      refused(where, error, keep);
    }
  } finally {
    clearTimeout(waiting);
    if (mine === asked) {
      $('main').removeAttribute('aria-busy');
    }
  }
  if (mine === asked) {
    draw();
  }
}

/** What is shown stays while the server is away; else the reason is told. */
function refused(where, error, keep) {
  if (keep && shown.data && (error.status === 0 || error.status >= 500)) {
    return;
  }
  shown = {where, data: null, error};
  if (error.status === 0 || error.status === 503) {
    setTimeout(() => shown.error === error && refresh(), 1000);
  }
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href]');
  if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey
      || event.altKey || link.target || link.origin !== location.origin || link.pathname.startsWith('/api')) {
    return;
  }
  if (link.pathname === location.pathname && link.search === location.search && link.hash) {
    return; // within the page
  }
  event.preventDefault();
  navigate(link.href);
});
history.scrollRestoration = 'manual';
window.addEventListener('popstate', (event) => {
  const url = new URL(location.href);
  if (shown.where && find(url).path === shown.where.path && url.search === `${shown.where.query.size ? '?' : ''}${shown.where.query}`) {
    return; // another place in the same page
  }
  navigate(url, {back: event.state?.scroll ?? 0});
});

// ---- staying up to date ----

/** Asks anew for the page that is shown; one that somebody has just asked for must not lose against it. */
const refresh = paced(async () => {
  if (going > 0) {
    overheard = true;
  } else if (shown.where) {
    await show(shown.where, true);
  }
});
const refreshShell = paced(loadShell);

async function loadShell() {
  try {
    const programme = await get('/programme');
    announceNews($('news'), programme.newestAlerts);
    useZone(programme.zone);
    shell.programme = programme;
    hearClock(programme.clock);
    drawShell();
  } catch (error) {
    if (!(error instanceof ApiError)) {
      throw error;
    }
  }
}

function hearClock(clock) {
  shell.clock = clock;
  if (shell.programme) {
    shell.programme.clock = clock;
  }
  shell.clockHeard = performance.now();
}

const OF_THE_SHELL = new Set(['rollout.alerts', 'rollout.alert-transitions', 'rollout.programme', 'rollout.cluster-status']);

let begun = false;

/** The first page: as soon as the console has read its topics, and not asked for before. */
async function begin() {
  if (!begun) {
    begun = true;
    await loadShell();
    await navigate(location.href, {back: history.state?.scroll ?? 0});
  }
}

function catchUp() {
  if (begun) {
    refreshShell();
    refresh();
  }
}

const heard = {
  open() {
    shell.lostSince = null;
    drawShell();
    catchUp();
  },
  lost() {
    shell.lostSince ??= Date.now();
    drawShell();
  },
  change(changes) {
    if (begun && changes.some((change) => OF_THE_SHELL.has(change.topic))) {
      refreshShell();
    }
    if (shown.where && changes.some((change) => shown.where.page.concerns(change, shown.where))) {
      refresh();
    }
  },
  clock(clock) {
    const other = shell.clock?.state !== clock.state;
    hearClock(clock);
    if (other) {
      draw(); // pages say of "no alerts" whether anybody looks
    } else {
      drawShell();
    }
    if (shown.where?.page.concerns({topic: 'clock'}, shown.where)) {
      refresh();
    }
  },
  connection(connection) {
    const cameBack = shell.connection?.state !== connection.state && connection.state === 'LIVE';
    shell.connection = connection;
    drawShell();
    if (!begun && connection.state !== 'READING') {
      begin();
    } else if (cameBack) {
      catchUp();
    }
  },
};

listen(heard);
setInterval(drawShell, 1000); // the age of the clock grows
onThemeChange(draw);
document.addEventListener('redraw', draw);
