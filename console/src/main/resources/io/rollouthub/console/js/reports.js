// Why the hub says so: the reports, the episodes of an alert, the story.

import {html} from './html.js';
import {alertHref, episodeState, small} from './parts.js';
import {ALERT_KIND, capital, instant, prose} from './words.js';

const causeAnchor = (cause) => `report-${cause}`;

/** The reports behind something, each with its source. */
export const reportTable = (reports) => (reports.length === 0
  ? html`<p class="hint">The journal is being read; the reports come in a moment.</p>`
  : html`<div class="scroll" tabindex="0" role="region" aria-label="Table of reports"><table class="reports">
      <thead><tr>
        ${['Reported', 'By', 'What it said', 'Source', 'Event'].map((name) => html`<th scope="col" key=${name}>${name}</th>`)}
      </tr></thead>
      <tbody>${reports.map(reportRow)}</tbody>
    </table></div>`);

function reportRow(report) {
  const replaced = report.standing === false;
  return html`<tr key=${report.cause} id=${causeAnchor(report.cause)} tabindex="-1" class=${replaced ? 'replaced' : null}>
    <td class="nowrap">
      <time datetime=${report.reportedAt}>${instant(report.reportedAt)}</time>
      ${report.acceptedAt !== report.reportedAt && small('received ', instant(report.acceptedAt))}
    </td>
    <td>${report.supplierName ?? report.supplier}</td>
    <td class="words">
      ${capital(prose(report.words))}
      ${replaced && small('Replaced by a later report.')}
      ${report.replaces && small('Replaces ', report.replaces, '.')}
    </td>
    <td class="source">${report.source ?? html`<span class="hint">none given</span>`}</td>
    <td class="nowrap"><code>${report.eventId}</code></td>
  </tr>`;
}

/** The episodes of an alert with their transitions, oldest first. causePage: where the reports are, if not here. */
export const episodeList = (episodes, severity, causePage = '') => html`<ol class="episodes">
  ${episodes.map((one) => html`<li key=${one.episode}>
    <p class="episode-head">
      <strong>Episode ${one.episode}</strong> ${episodeState(one, severity)}
      <span class="when">${instant(one.startsAt)} – ${one.endsAt ? instant(one.endsAt) : 'now'}</span>
    </p>
    <ol class="transitions">${one.transitions.map((transition) => transitionItem(transition, causePage))}</ol>
  </li>`)}
</ol>`;

const transitionItem = ({at, state, summary, causes, causeCount}, causePage) => html`<li
  key=${at + state} class=${state === 'OPEN' ? 'open' : 'past'}>
  <time datetime=${at}>${instant(at)}</time>
  <span>${state === 'OPEN' ? 'Opened: ' : 'Ended: '}${prose(summary)}</span>
  ${causes.length > 0 && html`<span class="causes">
    because of ${causes.map((cause, i) => [i > 0 && ', ', causeLink(cause, causePage)])}
    ${causeCount > causes.length && ` and ${causeCount - causes.length} before`}
  </span>`}
</li>`;

const causeLink = (cause, page) => html`<a class="cause" href="${page}#${causeAnchor(cause)}">${cause}</a>`;

/** What "rollout explain" tells. Causes in brackets become links to the reports that are on the page. */
export const storyPanel = (story, reports, before = null) => html`<section class="panel story-panel" aria-labelledby="story">
  <h2 id="story">In plain words</h2>
  ${before}
  ${storyText(story, new Set(reports.map((report) => report.cause)))}
</section>`;

const storyText = (story, known) => (story
  ? html`<div class="story">${story.sections.map(({heading, sentences}) => html`<section key=${heading}>
      <h3>${prose(heading)}</h3>
      ${sentences.map((one) => html`<p class=${one.startsWith(' ') ? 'sub' : null}>${withLinks(one.trimStart(), known)}</p>`)}
    </section>`)}</div>`
  : html`<p class="hint">The journal is being read; the story comes in a moment.</p>`);

const ALERT = `[A-Za-z0-9.-]+/(?:${Object.keys(ALERT_KIND).join('|')})/[A-Za-z0-9./-]*[A-Za-z0-9/-]`;
const REFERENCE = new RegExp(`(\\[[^\\][\\s]+/[^\\][\\s]+\\]|${ALERT})`);

/** A sentence in parts; those at odd places refer to something. */
function withLinks(sentence, known) {
  return sentence.split(REFERENCE).map((part, i) => {
    if (i % 2 === 0) {
      return prose(part);
    }
    if (!part.startsWith('[')) {
      return html`<a href=${alertHref(part)}>${part}</a>`;
    }
    const cause = part.slice(1, -1);
    return known.has(cause) ? causeLink(cause, '') : html`<span class="cause">${cause}</span>`;
  });
}
