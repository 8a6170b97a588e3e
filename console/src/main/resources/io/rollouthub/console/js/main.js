// The console: shows the page of the address, and draws it again when a notice concerns it.

import {get} from './api.js';
import {html, render} from './html.js';
import {newsReader} from './news.js';
import {paced} from './paced.js';
import {footer, header, notice} from './shell.js';
import {listen} from './stream.js';
import {onThemeChange} from './theme.js';
import {visits} from './visits.js';
import {unwell} from './wellbeing.js';
import {useZone} from './words.js';

const $ = (id) => document.getElementById(id);
const shell = {programme: null, clock: null, clockHeard: 0, lostSince: null, connection: null, unwell: []};
const announce = newsReader((sentence) => $('news').replaceChildren(sentence));
const {navigate, refresh, shown} = visits($('main'), draw);

// ---- what is shown ----

function draw() {
  drawShell();
  const {where, data, error} = shown();
  if (where) {
    document.title = `${error ? problemName(error) : where.page.title(data, where)} · Rollout Hub`;
    render(error ? problem(error) : html`<div key=${where.path} class="page ${where.page.name ?? ''}">
      ${where.page.view(data, where, {navigate, programme: shell.programme})}
    </div>`, $('main'));
  }
}

function drawShell() {
  render(header(shell, shown().where), $('top'));
  render(notice(shell), $('notice'));
  render(footer(shell), $('foot'));
}

const problemName = ({status}) => ({404: 'Not found', 503: 'Reading the topics'})[status] ?? 'Something is wrong';

const problem = (error) => html`<section class="empty-page" key="problem">
  <h1>${problemName(error)}</h1>
  <p>${error.message}</p>
  <p><a href="/">Go to the programme</a></p>
</section>`;

// ---- staying up to date ----

const OF_THE_SHELL = new Set(['rollout.alerts', 'rollout.alert-transitions', 'rollout.programme', 'rollout.cluster-status']);

let begun = false;

async function loadShell() {
  const programme = await get('/programme').catch(() => null); // else it stays as it was known last
  if (programme) {
    announce(programme.newestAlerts);
    useZone(programme.zone);
    shell.programme = programme;
    hearClock(programme.clock);
    drawShell();
  }
}

const refreshShell = paced(loadShell);

function hearClock(clock) {
  shell.clock = clock;
  if (shell.programme) {
    shell.programme.clock = clock;
  }
  shell.clockHeard = performance.now();
}

/** The first page: as soon as the console has read its topics, and not asked for before. */
async function begin() {
  begun = true;
  await loadShell();
  await navigate(location.href, {back: history.state?.scroll ?? 0});
}

function catchUp() {
  if (begun) {
    refreshShell();
    refresh();
  }
}

const concerns = (change) => shown().where?.page.concerns(change, shown().where);

listen({
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
    if (changes.some(concerns)) {
      refresh();
    }
  },
  clock(clock) {
    const other = shell.clock?.state !== clock.state;
    hearClock(clock);
    (other ? draw : drawShell)(); // pages say of "no alerts" whether anybody looks
    if (concerns({topic: 'clock'})) {
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
});
setInterval(async () => {
  shell.unwell = await unwell();
}, 10_000);
setInterval(drawShell, 1000); // the age of the clock grows
onThemeChange(draw);
