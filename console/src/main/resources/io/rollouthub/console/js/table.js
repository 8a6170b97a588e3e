// Tables that sort: by buttons in the headings, told by aria-sort.

import {h} from './view.js';
import {icon} from './icons.js';

/**
 * @param columns [{name, sort?, number?, cell(row)}]
 * @param sorting {by, direction, sortBy(column.sort)}
 */
export function sortedTable({caption, columns, rows, key, sorting}) {
  return h('div', {class: 'scroll'},
    h('table', {class: 'cards'},
      h('caption', {class: 'unseen'}, caption),
      h('thead', null, h('tr', null, columns.map((column) => heading(column, sorting)))),
      h('tbody', null, rows.map((row) => h('tr', {key: key(row)},
        columns.map((column, i) => h(i === 0 ? 'th' : 'td', {key: column.name, scope: i === 0 ? 'row' : null, class: column.number ? 'number' : null, 'data-label': column.name}, column.cell(row))))))));
}

function heading(column, sorting) {
  const props = {key: column.name, scope: 'col', class: column.number ? 'number' : null};
  if (!column.sort || !sorting) {
    return h('th', props, column.name);
  }
  const sorted = sorting.by === column.sort;
  const direction = sorted ? (sorting.direction === 'desc' ? 'descending' : 'ascending') : 'none';
  return h('th', {...props, 'aria-sort': direction},
    h('button', {type: 'button', class: 'sort', onclick: () => sorting.sortBy(column.sort)},
      column.name, icon(!sorted ? 'both' : direction === 'ascending' ? 'up' : 'down')));
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
