import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ordered, sortedTable} from './assets/js/table.js';
import {all, text} from './drawn.js';

const ROWS = [{name: 'b', slip: 10}, {name: 'c', slip: null}, {name: 'a', slip: 9}];
const COLUMNS = [{name: 'Name', cell: (row) => row.name}, {name: 'Slip', sort: 'slip', number: true, cell: (row) => row.slip}];

const table = (sorting) => sortedTable({caption: 'Sites', columns: COLUMNS, rows: ROWS, key: (row) => row.name, sorting});

test('rows are ordered by numbers as numbers and by names as names, and what is not known comes last', () => {
  const names = (value, direction) => ordered(ROWS, value, direction).map((row) => row.name).join('');
  assert.equal(names((row) => row.slip, null), 'abc');
  assert.equal(names((row) => row.slip, 'desc'), 'bac');
  assert.equal(names((row) => row.name, 'desc'), 'cba');
  assert.equal(ROWS[0].name, 'b');
});

test('a heading tells the order and turns it', () => {
  const asked = [];
  const sorted = (by, direction) => table({by, direction, sortBy: (...how) => asked.push(how)});
  const orders = [[sorted('slip', null), 'ascending'], [sorted('slip', 'desc'), 'descending'], [sorted('name', null), 'none']];
  for (const [now, order] of orders) {
    assert.deepEqual(all(now, 'th').map(({props}) => props['aria-sort']).slice(0, 2), [undefined, order]);
    all(now, 'button')[0].props.onclick();
  }
  assert.deepEqual(asked, [['slip', 'desc'], ['slip', null], ['slip', null]]);
});

test('a table that does not sort has no buttons, and each row a heading', () => {
  assert.equal(all(table(null), 'button').length, 0);
  assert.deepEqual(all(table(), 'th').map((cell) => [cell.props.scope, text(cell)]),
    [['col', 'Name'], ['col', 'Slip'], ['row', 'b'], ['row', 'c'], ['row', 'a']]);
  assert.deepEqual(all(table(), 'td').map((cell) => cell.props['data-label']), ['Slip', 'Slip', 'Slip']);
});
