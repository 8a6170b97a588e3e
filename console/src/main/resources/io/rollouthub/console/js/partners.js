// Who delivers in a cluster, and under which contracts.

import {icon} from './icons.js';
import {ordered, sortedTable} from './table.js';
import {h} from './view.js';
import {date, instant, money, number, percent, word} from './words.js';

const STAGE = {NEGOTIATING: 'Negotiating', PREFERRED: 'Preferred', SIGNED: 'Signed', TERMINATED: 'Terminated'};
const STAGE_ICON = {NEGOTIATING: 'circle', PREFERRED: 'circle', SIGNED: 'check', TERMINATED: 'cross'};
const STAGE_TONE = {NEGOTIATING: 'info', PREFERRED: 'info', SIGNED: 'ok', TERMINATED: 'neutral'};

const SUPPLIERS = [
  {name: 'Supplier', sort: 'name', value: (one) => one.name ?? one.supplier, cell: (one) => one.name ?? one.supplier},
  {name: 'Hit rate', sort: 'hitRate', number: true, value: (one) => one.hitRate, cell: (one) => [percent(one.hitRate), h('small', null, `${number(one.met)} of ${number(one.met + one.metLate + one.missed)}`)]},
  {name: 'Pending', sort: 'pending', number: true, value: (one) => one.pending, cell: (one) => number(one.pending)},
  {name: 'Reports', sort: 'accepted', number: true, value: (one) => one.accepted, cell: (one) => number(one.accepted)},
  {name: 'Last report', sort: 'last', value: (one) => one.lastAcceptedAt, cell: (one) => [instant(one.lastAcceptedAt),
    one.silent && h('span', {class: 'state warning'}, icon('silent'), 'Silent')]},
];

// How the tables stand; kept while the console is open.
const sorted = {suppliers: {by: 'name', direction: 'asc'}};

export function supplierTable(suppliers) {
  if (suppliers.length === 0) {
    return h('p', {class: 'hint panel'}, 'No supplier has reported here.');
  }
  const sorting = sorted.suppliers;
  const column = SUPPLIERS.find((one) => one.sort === sorting.by);
  return h('div', {class: 'panel flush'}, sortedTable({
    caption: 'Suppliers', columns: SUPPLIERS, rows: ordered(suppliers, column.value, sorting.direction), key: (one) => one.supplier,
    sorting: {...sorting, sortBy(by) {
      sorted.suppliers = {by, direction: sorting.by === by && sorting.direction === 'asc' ? 'desc' : 'asc'};
      document.dispatchEvent(new Event('redraw'));
    }},
  }));
}

const CONTRACTS = [
  {name: 'Contract', cell: (one) => [one.contract, h('small', null, `${one.provider} for ${one.buyer}`)]},
  {name: 'Stage', cell: (one) => h('span', {class: `state ${STAGE_TONE[one.stage] ?? 'neutral'}`}, icon(STAGE_ICON[one.stage] ?? 'unknown'), word(STAGE, one.stage))},
  {name: 'Signed', number: true, cell: (one) => [date(one.signedOn), one.terminatedOn && h('small', null, `ended ${date(one.terminatedOn)}`)]},
  {name: 'Value', number: true, cell: (one) => [money(one.value, one.currency), one.termMonths !== null && h('small', null, `${number(one.termMonths)} months`)]},
];

export function contractTable(contracts) {
  return contracts.length === 0
    ? h('p', {class: 'hint panel'}, 'No contract was reported.')
    : h('div', {class: 'panel flush'}, sortedTable({caption: 'Contracts', columns: CONTRACTS, rows: contracts, key: (one) => one.contract, sorting: null}));
}
