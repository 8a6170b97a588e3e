// The milestones of a cluster, a page at a time from the server, which filters and sorts.

import {milestoneHref, pager, choice, statusBadge} from './parts.js';
import {withQuery} from './address.js';
import {sortedTable} from './table.js';
import {h, live} from './view.js';
import {KIND, STATUS, count, date, number, percent, probability, signed, word} from './words.js';

const TYPING = 250; // milliseconds after the last key

let typing = null;

export function milestoneSection(cluster, page, where, navigate) {
  const {query} = where;
  const go = (changes) => navigate(withQuery(where, {page: null, ...changes}), {keep: true});
  const chosen = statuses(query);
  const sorting = {
    by: query.get('sort') ?? 'due',
    direction: query.get('direction') ?? 'asc',
    sortBy(by) {
      go({sort: by, direction: sorting.by === by && sorting.direction === 'asc' ? 'desc' : null});
    },
  };
  return h('section', {'aria-labelledby': 'milestones'},
    h('div', {class: 'section-head'}, h('h2', {id: 'milestones'}, 'Milestones'), h('span', {class: 'hint', role: 'status'}, live(count(page.total, 'milestone')))),
    h('div', {class: 'panel flush'},
      h('div', {class: 'tools', role: 'search'},
        h('label', {class: 'choice grow'}, h('span', null, 'Find'), h('input', {
          type: 'search', value: query.get('q') ?? '', placeholder: 'name, site, product, owner', autocomplete: 'off', spellcheck: 'false',
          oninput(event) {
            const text = event.target.value;
            clearTimeout(typing);
            typing = setTimeout(() => go({q: text.trim()}), TYPING);
          },
        })),
        h('fieldset', {class: 'toggles'}, h('legend', {class: 'unseen'}, 'Status'), Object.entries(page.statuses).map(([status, many]) => h('label', {key: status, class: 'toggle'},
          h('input', {type: 'checkbox', checked: chosen.includes(status), onchange: (event) => go({status: toggled(status, event.target.checked)})}),
          h('span', null, word(STATUS, status), ' ', h('b', null, number(many)))))),
        choice('Kind', query.get('kind'), [['', 'All kinds'], ...Object.entries(KIND).filter(([kind]) => kind !== 'UNKNOWN')], (kind) => go({kind})),
        choice('Owner', query.get('owner'), [['', 'All owners'], ...cluster.suppliers.map((one) => [one.supplier, one.name ?? one.supplier])], (owner) => go({owner}))),
      page.milestones.length === 0
        ? h('p', {class: 'hint nothing'}, query.size > 0 ? 'No milestone is like that.' : 'No milestone yet: nothing with a date was reported.')
        : sortedTable({caption: `Milestones of ${cluster.name}`, columns: COLUMNS, rows: page.milestones, key: (one) => one.milestone, sorting}),
      pager(page, (number) => withQuery(where, {page: number}))));
}

const statuses = (query) => query.getAll('status').flatMap((one) => one.split(','));

/** The statuses asked for by now, which may be more than those that are shown yet. */
function toggled(status, on) {
  const others = statuses(new URLSearchParams(location.search)).filter((one) => one !== status);
  return on ? [...others, status] : others;
}

const COLUMNS = [
  {name: 'Milestone', sort: 'name', cell: (one) => [h('a', {href: milestoneHref(one.id)}, one.name), h('small', null, about(one))]},
  {name: 'Status', sort: 'status', cell: (one) => [statusBadge(one.status), one.openAlerts > 0 && h('small', null, count(one.openAlerts, 'open alert'))]},
  {name: 'Baseline', sort: 'baseline', number: true, cell: (one) => date(one.baseline)},
  {name: 'Due', sort: 'due', number: true, cell: (one) => [live(date(one.due)), one.undated && h('small', null, 'postponed, no date')]},
  {name: 'Slip', sort: 'slipDays', number: true, cell: (one) => (one.slipDays === 0 && one.slips === 0 ? '–' : [`${signed(one.slipDays)} d`, one.slips > 0 && h('small', null, count(one.slips, 'slip'))])},
  {name: 'Owner', sort: 'owner', cell: (one) => one.ownerName ?? one.owner},
  {name: 'Progress', sort: 'progress', number: true, cell: progress},
  {name: 'Probability', sort: 'probability', number: true, cell: (one) => probability(one.probability)},
];

function about(one) {
  const target = one.targetKind === 'CONTRACT_SIGNED' ? `contract ${one.contract}` : [one.product, one.release].filter(Boolean).join(' ');
  return [word(KIND, one.kind), target].filter(Boolean).join(' · ');
}

function progress(one) {
  if (one.count === null) {
    return one.achievedOn ? [live(date(one.achievedOn)), h('small', null, 'achieved')] : '–';
  }
  const share = Math.min(1, one.progress / one.count);
  return h('span', {class: 'progress', title: percent(share)}, live(`${number(one.progress)} of ${number(one.count)}`),
    h('span', {class: 'meter', 'aria-hidden': 'true', vars: {'--share': share}}));
}
