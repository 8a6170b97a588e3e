import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';
import {visits} from './assets/js/visits.js';
import {settled, StandingClock} from './clock.js';

let clock;
let asked; // what the server was asked, each with answer(body, status) and away()
let browser; // with the places where it was told to begin to read
let drawn;
let walk;

beforeEach(() => {
  clock = new StandingClock();
  asked = [];
  drawn = [];
  const [entries, places] = [[], []];
  const history = {pushState: (state, title, url) => entries.push(url.pathname), replaceState: () => null};
  const window = Object.assign(new EventTarget(), {scrollY: 70, scrollTo: (x, y) => places.push(y)});
  browser = {document: new EventTarget(), window, history, entries, places};
  const main = {setAttribute: () => null, removeAttribute: () => null, focus: () => places.push('main')};
  Object.assign(globalThis, browser, {location: new URL('http://hub/'), fetch: (path) => new Promise((resolve, reject) => {
    asked.push({path, answer: (body, status = 200) => resolve(Response.json(body, {status})), away: () => reject(new TypeError())});
  })});
  walk = visits(main, () => drawn.push(walk.shown()));
});

async function go(address, body, how) {
  const arrived = walk.navigate(address, how);
  asked.at(-1).answer(body);
  await arrived;
}

test('a page is shown when its data are there, and its address is kept for the way back', async () => {
  await go('/alerts?state=all', {total: 1});
  assert.equal(asked[0].path, '/api/to-do?state=all');
  assert.deepEqual([drawn[0].where.page.name, drawn[0].data], ['alerts', {total: 1}]);
  assert.deepEqual(browser.entries, ['/alerts']);
  await go('/rejected', {total: 0});
  assert.deepEqual(browser.places, [0, 0, 'main']);
});

test('an answer that comes after a newer one was asked for is dropped', async () => {
  const first = walk.navigate('/alerts');
  const second = walk.navigate('/rejected');
  asked[1].answer({newer: true});
  await second;
  asked[0].answer({older: true});
  await first;
  assert.deepEqual(drawn.map(({data}) => data), [{newer: true}]);
});

test('while somebody is on the way to a page, the old one is not asked for; the new one is, once more', async () => {
  await go('/alerts', {});
  const way = walk.navigate('/rejected');
  const refreshed = walk.refresh();
  await settled();
  assert.equal(asked.length, 2);
  asked[1].answer({});
  await way;
  await settled();
  assert.equal(asked[2].path, '/api/rejected');
  asked[2].answer({again: true});
  await settled();
  clock.pass(200);
  await refreshed;
  assert.deepEqual(drawn.at(-1).data, {again: true});
});

test('what was known last stays while the server is away, and goes when the server says that it is no more', async () => {
  await go('/alerts', {kept: true});
  walk.refresh();
  await settled();
  asked[1].away();
  await settled();
  assert.equal(drawn.length, 1);
  clock.pass(200);
  walk.refresh();
  await settled();
  asked[2].answer({error: 'gone'}, 404);
  await settled();
  assert.deepEqual([drawn.length, drawn[1].error.message], [2, 'gone']);
});

test('a page that could not be had is asked for again until it is there', async () => {
  const way = walk.navigate('/alerts');
  asked[0].answer({error: 'The topics are being read.'}, 503);
  await way;
  assert.equal(drawn[0].error.status, 503);
  clock.pass(1000);
  await settled();
  asked[1].answer({there: true});
  await settled();
  assert.deepEqual(drawn[1].data, {there: true});
});

test('the way back leads to where one was', async () => {
  await go('/alerts', {}, {back: 0});
  globalThis.location = new URL('http://hub/rejected');
  browser.window.dispatchEvent(Object.assign(new Event('popstate'), {state: {scroll: 420}}));
  asked[1].answer({});
  await settled();
  assert.deepEqual(browser.places, [0, 420, 'main']);
  assert.deepEqual(browser.entries, []);
});

test('a plain click on a link to a page goes there; any other is the browser\'s', async () => {
  await go('/alerts', {});
  const click = (href, more) => {
    const link = Object.assign(new URL(href, 'http://hub/'), {target: ''});
    const event = Object.assign(new Event('click', {cancelable: true}), {button: 0, ...more});
    Object.defineProperty(event, 'target', {value: {closest: () => link}});
    browser.document.dispatchEvent(event);
    return event.defaultPrevented;
  };
  globalThis.location = new URL('http://hub/alerts');
  assert.deepEqual(['/api/alerts', 'http://elsewhere/', '/alerts#main'].map((href) => click(href)), [false, false, false]);
  assert.deepEqual([{button: 1}, {ctrlKey: true}, {shiftKey: true}].map((how) => click('/rejected', how)), [false, false, false]);
  assert.ok(click('/rejected'));
  assert.equal(asked.at(-1).path, '/api/rejected');
});
