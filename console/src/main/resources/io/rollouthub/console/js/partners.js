// Who delivers in a cluster, and under which contracts.

import {Component, html} from './html.js';
import {badge} from './icons.js';
import {flush, hint, milestoneHref, small} from './parts.js';
import {ordered, sortedTable} from './table.js';
import {date, instant, money, number, percent, word} from './words.js';

const STAGE = {NEGOTIATING: 'Negotiating', PREFERRED: 'Preferred', SIGNED: 'Signed', TERMINATED: 'Terminated'};
const STAGE_ICON = {NEGOTIATING: 'circle', PREFERRED: 'circle', SIGNED: 'check', TERMINATED: 'cross'};
const STAGE_TONE = {NEGOTIATING: 'info', PREFERRED: 'info', SIGNED: 'ok', TERMINATED: 'neutral'};

const SUPPLIERS = [
  {name: 'Supplier', sort: 'name', value: (one) => one.name ?? one.supplier, cell: (one) => one.name ?? one.supplier},
  {name: 'Hit rate', sort: 'hitRate', number: true, value: (one) => one.hitRate, cell: (one) =>
    [percent(one.hitRate), small(`${number(one.met)} of ${number(one.met + one.metLate + one.missed)}`)]},
  {name: 'Pending', sort: 'pending', number: true, value: (one) => one.pending, cell: (one) => number(one.pending)},
  {name: 'Reports', sort: 'accepted', number: true, value: (one) => one.accepted, cell: (one) =>
    [number(one.accepted), one.replacesUnknown > 0 && small(`${number(one.replacesUnknown)} correct one that never came`)]},
  {name: 'Last report', sort: 'last', value: (one) => one.lastAcceptedAt, cell: (one) =>
    [instant(one.lastAcceptedAt), one.silent && badge('warning', 'silent', 'Silent')]},
];

let order = {by: 'name', direction: null}; // kept while the console is open

class Suppliers extends Component {
  render({suppliers}) {
    const column = SUPPLIERS.find((one) => one.sort === order.by);
    const sortBy = (by, direction) => {
      order = {by, direction};
      this.setState({});
    };
    return sortedTable({
      caption: 'Suppliers', columns: SUPPLIERS, rows: ordered(suppliers, column.value, order.direction), key: (one) => one.supplier,
      sorting: {...order, sortBy},
    });
  }
}

export const supplierTable = (suppliers) => (suppliers.length === 0
  ? hint('No supplier has reported here.')
  : flush(html`<${Suppliers} suppliers=${suppliers}/>`));

const CONTRACTS = [
  {name: 'Contract', cell: (one) => [one.contract, small(`${one.provider} for ${one.buyer}`)]},
  {name: 'Stage', cell: ({stage}) => badge(STAGE_TONE[stage] ?? 'neutral', STAGE_ICON[stage] ?? 'unknown', word(STAGE, stage))},
  {name: 'Signed', number: true, cell: (one) => [date(one.signedOn), one.terminatedOn && small('ended ', date(one.terminatedOn))]},
  {name: 'Value', number: true, cell: (one) =>
    [money(one.value, one.currency), one.termMonths !== null && small(`${number(one.termMonths)} months`)]},
];

export const contractTable = (contracts) => (contracts.length === 0
  ? hint('No contract was reported.')
  : flush(sortedTable({caption: 'Contracts', columns: CONTRACTS, rows: contracts, key: (one) => one.contract})));

const CORRECTIONS = [
  {name: 'Report', cell: (one) => [one.eventId, small(one.supplierName ?? one.supplier)]},
  {name: 'On', cell: ({milestone, contract}) => (milestone === null
    ? `contract ${contract}` : html`<a href=${milestoneHref(milestone)}>${milestone}</a>`)},
  {name: 'Corrects', cell: (one) => one.replaces},
  {name: 'Reported', cell: (one) => instant(one.reportedAt)},
];

export const correctionTable = (corrections) => flush(sortedTable({
  caption: 'Corrections', columns: CORRECTIONS, rows: corrections, key: (one) => `${one.cause} ${one.milestone ?? one.contract}`,
}));
