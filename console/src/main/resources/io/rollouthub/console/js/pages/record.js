// How often what was forecast came true, and how suppliers keep their promises.

import {get} from '../api.js';
import {calibration} from '../calibration.js';
import {chart} from '../charts.js';
import {filters} from '../filters.js';
import {html} from '../html.js';
import {figure, flush, head, hint, section, small} from '../parts.js';
import {sortedTable} from '../table.js';
import {count, number, percent} from '../words.js';

const TOPICS = new Set(['rollout.forecasts', 'rollout.supplier-records', 'rollout.programme']);

const LEADS = [30, 90, 180];

export const recordPage = {
  name: 'record',
  title: () => 'Record',
  load: (where) => get('/record', where.query),
  concerns: (change) => TOPICS.has(change.topic),
  view(data, where, {navigate, programme}) {
    const {choice} = filters(where, navigate);
    return html`
      ${head('Record', {
        lead: 'What the hub forecast 30, 90 and 180 days ahead, and what became of it; and how each supplier keeps its dates.',
      })}
      <div class="panel tools">
        ${choice('Cluster', 'cluster', 'All clusters', (programme?.clusters ?? []).map((one) => [one.cluster, one.name]))}
        ${choice('Supplier', 'supplier', 'All suppliers', (programme?.suppliers ?? []).map((one) => [one.supplier, one.name]))}
      </div>
      ${figures(data)}
      <div class="two-up">
        <section class="panel" aria-label="Calibration">${data.forecasts > 0 ? chart(calibration(data)) : nothingYet(data)}</section>
        ${section('leads', 'By days ahead', flush(sortedTable({
          caption: 'Forecasts by days ahead', columns: BY_LEAD, rows: data.leads, key: (one) => one.lead,
        })))}
      </div>
      ${section('promises', 'Promises of suppliers', data.suppliers.length === 0 ? hint('No supplier has reported yet.')
        : flush(sortedTable({
            caption: 'Promises of suppliers', columns: PROMISES, rows: data.suppliers, key: (one) => `${one.cluster}/${one.supplier}`,
          })))}`;
  },
};

const nothingYet = ({open}) => hint(open > 0
  ? `No forecast has come to its date yet; ${count(open, 'forecast')} will.`
  : 'No forecast was made yet: one is made 30, 90 and 180 days before a date of which enough is known.');

const figures = (data) => html`<dl class="figures panel wide">
  ${figure('Forecasts judged', number(data.forecasts), `${number(data.open)} more whose date is to come`)}
  ${figure('Came true', number(data.met), data.forecasts === 0 ? null : `${percent(data.met / data.forecasts)} of them`)}
  ${figure('Brier score', number(data.brier, 3), verdict(data), data.brier > data.brierOfPromise ? 'warning' : null)}
  ${figure('Believing every promise', number(data.brierOfPromise, 3), 'its Brier score; the less the better')}
</dl>`;

/** What the score says beside that of whoever believes each date. */
export function verdict({brier, brierOfPromise}) {
  if (brier === null) {
    return 'nothing to judge yet';
  }
  return brier < brierOfPromise ? 'better than believing every promise'
    : brier > brierOfPromise ? 'worse than believing every promise' : 'as good as believing every promise';
}

const BY_LEAD = [
  {name: 'Days ahead', cell: (one) => number(one.lead)},
  {name: 'Judged', number: true, cell: (one) => number(one.forecasts)},
  {name: 'Came true', number: true, cell: (one) => number(one.met)},
  {name: 'To come', number: true, cell: (one) => number(one.open)},
  {name: 'Brier score', number: true, cell: (one) => number(one.brier, 3)},
  {name: 'Believing', number: true, cell: (one) => number(one.brierOfPromise, 3)},
];

/** "1 of 7, 6 broken" of promises that stood so many days ahead. */
const atLead = (lead) => ({
  name: `${lead} days ahead`, number: true,
  cell: (one) => {
    const [stood, kept] = [one[`stoodAt${lead}`], one[`keptAt${lead}`]];
    return stood === 0 ? '–' : [`${number(kept)} of ${number(stood)} kept`, small(`${number(stood - kept)} broken`)];
  },
});

const PROMISES = [
  {name: 'Supplier', cell: (one) => [one.supplierName ?? one.supplier, small(one.clusterName)]},
  {name: 'Kept', number: true, cell: (one) => number(one.promisesKept)},
  {name: 'Broken', number: true, cell: (one) => number(one.promisesBroken)},
  {name: 'Withdrawn', number: true, cell: (one) => number(one.promisesWithdrawn)},
  {name: 'Standing', number: true, cell: (one) => number(one.promisesStanding)},
  ...LEADS.map(atLead),
];
