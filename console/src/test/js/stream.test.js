import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';
import {listen} from './assets/js/stream.js';
import {StandingClock} from './clock.js';

/** A stream that this test is the server of. */
class Source extends EventTarget {
  static all = [];

  constructor(address) {
    super();
    this.address = address;
    Source.all.push(this);
  }

  tell(event, data) {
    this.dispatchEvent(Object.assign(new Event(event), {data: JSON.stringify(data)}));
  }

  close() {
    this.closed = true;
  }
}

let clock;
let heard;
let page;

beforeEach(() => {
  clock = new StandingClock();
  page = new EventTarget();
  Source.all = [];
  heard = [];
  Object.assign(globalThis, {EventSource: Source, window: page});
  const hear = (what) => (value) => heard.push(value === undefined ? what : [what, value]);
  listen({open: hear('open'), lost: hear('lost'), change: hear('change'), clock: hear('clock'), connection: hear('connection')});
});

test('notices are handed on', () => {
  const [source] = Source.all;
  assert.equal(source.address, '/api/stream');
  source.onopen();
  source.tell('connection', {state: 'LIVE'});
  source.tell('clock', {state: 'RUNNING'});
  source.tell('change', {changes: [{topic: 't'}]});
  assert.deepEqual(heard, ['open', ['connection', {state: 'LIVE'}], ['clock', {state: 'RUNNING'}], ['change', [{topic: 't'}]]]);
});

test('a connection that breaks is opened anew, after longer and longer, up to five seconds', () => {
  for (const wait of [500, 1000, 2000, 4000, 5000, 5000]) {
    const many = Source.all.length;
    Source.all.at(-1).onerror();
    assert.equal(Source.all.at(-1).closed, true);
    clock.pass(wait - 1);
    assert.equal(Source.all.length, many);
    clock.pass(1);
    assert.equal(Source.all.length, many + 1);
  }
  Source.all.at(-1).onopen();
  Source.all.at(-1).onerror();
  clock.pass(500);
  assert.equal(Source.all.length, 8);
});

test('a connection that falls silent is lost', () => {
  Source.all[0].onopen();
  clock.pass(24_999);
  Source.all[0].tell('clock', {});
  clock.pass(24_999);
  assert.ok(!heard.includes('lost'));
  clock.pass(1);
  assert.equal(heard.at(-1), 'lost');
});

test('a page that is kept for "back" lets its connection go and takes it up again', () => {
  page.dispatchEvent(new Event('pagehide'));
  assert.equal(Source.all[0].closed, true);
  page.dispatchEvent(Object.assign(new Event('pageshow'), {persisted: false}));
  assert.deepEqual(heard, []);
  page.dispatchEvent(Object.assign(new Event('pageshow'), {persisted: true}));
  clock.pass(500);
  assert.equal(Source.all.length, 2);
});
