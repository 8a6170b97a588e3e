// The milestones of a cluster, a page at a time from the server, which filters and sorts.

import {filters, pager} from './filters.js';
import {Component, html, live} from './html.js';
import {because, courseBadge, flush, milestoneHref, nothing, section, small} from './parts.js';
import {sortedTable} from './table.js';
import {count, COURSE, date, KIND, known, number, percent, probability, signed, word} from './words.js';

const TYPING = 250; // milliseconds after the last key

export function milestoneSection(cluster, page, where, navigate) {
  const {query} = where;
  const {go, choice} = filters(where, navigate);
  const chosen = courses(query);
  const toggle = ([course, many]) => html`<label key=${course} class="toggle">
    <input type="checkbox" checked=${chosen.includes(course)} onchange=${({target}) => go({course: toggled(course, target.checked)})}/>
    <span>${word(COURSE, course)} <b>${number(many)}</b></span>
  </label>`;
  const sorting = {
    by: query.get('sort') ?? 'course', direction: query.get('direction'), sortBy: (sort, direction) => go({sort, direction}),
  };
  return section('milestones', 'Milestones', flush(html`
    <div class="tools" role="search">
      <label class="choice grow"><span>Find</span><${Find} text=${query.get('q') ?? ''} find=${(q) => go({q})}/></label>
      <fieldset class="toggles"><legend class="unseen">Course</legend>${Object.entries(page.courses).map(toggle)}</fieldset>
      ${choice('Kind', 'kind', 'All kinds', known(KIND))}
      ${choice('Owner', 'owner', 'All owners', cluster.suppliers.map((one) => [one.supplier, one.name ?? one.supplier]))}
    </div>
    ${page.milestones.length === 0
      ? nothing(query.size > 0 ? 'No milestone is like that.' : 'No milestone yet: nothing with a date was reported.')
      : sortedTable({
          caption: `Milestones of ${cluster.name}`, columns: COLUMNS, rows: page.milestones, key: (one) => one.milestone, sorting,
        })}
    ${pager(page, where)}`), html`<span class="hint" role="status">${live(count(page.total, 'milestone'))}</span>`);
}

/** What somebody types stays as it is until they leave the field. */
class Find extends Component {
  componentWillUnmount() {
    clearTimeout(this.typing);
  }

  render({text, find}) {
    const typed = (event) => {
      const {value} = event.target;
      clearTimeout(this.typing);
      this.typing = setTimeout(() => find(value.trim()), TYPING);
    };
    const stays = this.base && this.base === document.activeElement;
    return html`<input type="search" value=${stays ? this.base.value : text} placeholder="name, site, product, owner"
      autocomplete="off" spellcheck=${false} oninput=${typed}/>`;
  }
}

const courses = (query) => query.getAll('course').flatMap((one) => one.split(','));

/** The courses asked for by now, which may be more than those that are shown yet. */
function toggled(course, on) {
  const others = courses(new URLSearchParams(location.search)).filter((one) => one !== course);
  return on ? [...others, course] : others;
}

const COLUMNS = [
  {name: 'Milestone', sort: 'name', cell: (one) => [html`<a href=${milestoneHref(one.id)}>${one.name}</a>`, small(about(one))]},
  {name: 'Course', sort: 'course', cell: (one) =>
    [courseBadge(one.course), one.openAlerts > 0 && small(count(one.openAlerts, 'open alert'))]},
  {name: 'Baseline', sort: 'baseline', number: true, cell: (one) => date(one.baseline)},
  {name: 'Due', sort: 'due', number: true, cell: (one) => [live(date(one.due)), one.undated && small('postponed, no date')]},
  {name: 'Slip', sort: 'slipDays', number: true, cell: slip},
  {name: 'Owner', sort: 'owner', cell: (one) => one.ownerName ?? one.owner},
  {name: 'Progress', sort: 'progress', number: true, cell: progress},
  {name: 'Probability', sort: 'probability', number: true, cell: (one) =>
    [probability(one.probability), one.probability !== null && small(because(one))]},
];

function about({kind, targetKind, contract, product, release}) {
  const target = targetKind === 'CONTRACT_SIGNED' ? `contract ${contract}` : [product, release].filter(Boolean).join(' ');
  return [word(KIND, kind), target].filter(Boolean).join(' · ');
}

function slip({slipDays, slips}) {
  return slipDays === 0 && slips === 0 ? '–' : [`${signed(slipDays)} d`, slips > 0 && small(count(slips, 'slip'))];
}

function progress({count: wanted, progress: reached, achievedOn}) {
  if (wanted === null) {
    return achievedOn ? [live(date(achievedOn)), small('achieved')] : '–';
  }
  const share = Math.min(1, reached / wanted);
  return html`<span class="progress" title=${percent(share)}>
    ${live(`${number(reached)} of ${number(wanted)}`)}
    <span class="meter" aria-hidden="true" style=${{'--share': share}}></span>
  </span>`;
}
