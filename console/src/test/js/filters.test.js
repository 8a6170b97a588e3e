import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';
import {filters, pager, withQuery} from './assets/js/filters.js';
import {all, text} from './drawn.js';

const where = {path: '/alerts', query: new URLSearchParams('kind=DATE_SLIPPING')};

beforeEach(() => {
  globalThis.location = {search: '?kind=DATE_SLIPPING&page=3'};
});

test('an address has what is asked for by now and what changes, and nothing that is empty', () => {
  assert.equal(withQuery(where, {page: 4}), '/alerts?kind=DATE_SLIPPING&page=4');
  assert.equal(withQuery(where, {kind: '', page: null}), '/alerts');
  assert.equal(withQuery(where, {status: ['MET', 'MISSED'], page: null}), '/alerts?kind=DATE_SLIPPING&status=MET&status=MISSED');
});

test('a choice shows what was chosen and asks for another, from the first page on', () => {
  const asked = [];
  const {choice} = filters(where, (...address) => asked.push(address));
  const drawn = choice('Kind', 'kind', 'All kinds', [['DATE_SLIPPING', 'Date slipping']]);
  assert.equal(text(drawn), 'KindAll kindsDate slipping');
  const [select] = all(drawn, 'select');
  assert.equal(select.props.value, 'DATE_SLIPPING');
  select.props.onchange({target: {value: ''}});
  assert.deepEqual(asked, [['/alerts', {keep: true}]]);
});

test('a list of one page needs no way to others', () => {
  assert.equal(text(pager({page: 1, pages: 1, total: 9}, where)), '');
});

test('from a page there are ways to the ones beside it that exist', () => {
  const links = (page) => all(pager({page, pages: 3, total: 2500}, where), 'a').map(({props}) => props.href);
  assert.deepEqual(links(1), ['/alerts?kind=DATE_SLIPPING&page=2']);
  assert.deepEqual(links(2), ['/alerts?kind=DATE_SLIPPING&page=1', '/alerts?kind=DATE_SLIPPING&page=3']);
  assert.deepEqual(links(3), ['/alerts?kind=DATE_SLIPPING&page=2']);
  assert.match(text(pager({page: 2, pages: 3, total: 2500}, where)), /Page 2 of 3, 2,500 rows/);
});
