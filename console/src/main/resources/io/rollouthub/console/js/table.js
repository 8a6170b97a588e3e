// Tables that sort: by buttons in the headings, told by aria-sort.

import {html} from './html.js';
import {icon} from './icons.js';

/**
 * @param columns [{name, sort?, number?, cell(row)}]
 * @param sorting {by, direction: 'desc' or null, sortBy(column.sort, direction)}
 */
export const sortedTable = ({caption, columns, rows, key, sorting}) => html`<div class="scroll"><table class="cards">
  <caption class="unseen">${caption}</caption>
  <thead><tr>${columns.map((column) => heading(column, sorting))}</tr></thead>
  <tbody>${rows.map((row) => html`<tr key=${key(row)}>${columns.map((column, i) => cell(column, row, i === 0))}</tr>`)}</tbody>
</table></div>`;

const SIGNS = {none: 'both', ascending: 'up', descending: 'down'};

function heading({name, sort, number}, sorting) {
  const looks = number ? 'number' : null;
  if (!sort || !sorting) {
    return html`<th scope="col" class=${looks}>${name}</th>`;
  }
  const order = sorting.by !== sort ? 'none' : sorting.direction === 'desc' ? 'descending' : 'ascending';
  const turned = order === 'ascending' ? 'desc' : null;
  return html`<th scope="col" class=${looks} aria-sort=${order}>
    <button type="button" class="sort" onclick=${() => sorting.sortBy(sort, turned)}>${name}${icon(SIGNS[order])}</button>
  </th>`;
}

function cell(column, row, first) {
  const props = {class: column.number ? 'number' : null, 'data-label': column.name};
  return first
    ? html`<th scope="row" ...${props}>${column.cell(row)}</th>`
    : html`<td ...${props}>${column.cell(row)}</td>`;
}

/** Rows in order of a column, for tables that are wholly here. Those without a value come last. */
export function ordered(rows, value, direction) {
  const sign = direction === 'desc' ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) {
      return (x === null) - (y === null);
    }
    return sign * (typeof x === 'number' ? x - y : String(x).localeCompare(String(y)));
  });
}
