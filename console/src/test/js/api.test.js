import assert from 'node:assert/strict';
import {test} from 'node:test';
import {get} from './assets/js/api.js';

function server(answer) {
  globalThis.fetch = async (address) => answer(address);
}

test('an answer is asked for with its parameters, by names as they are', async () => {
  server((address) => Response.json({address}));
  assert.deepEqual(await get('/milestones/süd/go-live/a'), {address: '/api/milestones/s%C3%BCd/go-live/a'});
  assert.deepEqual(await get('/alerts', new URLSearchParams({state: 'all'})), {address: '/api/alerts?state=all'});
});

test('what the server will not answer is told in its own words', async () => {
  server(() => Response.json({error: 'There is no cluster x.'}, {status: 404}));
  await assert.rejects(get('/clusters/x'), {status: 404, message: 'There is no cluster x.'});
  server(() => new Response('<html>', {status: 502}));
  await assert.rejects(get('/clusters/x'), {status: 502, message: 'The console answered 502.'});
});

test('a server that is away, or goes away while it answers, cannot be reached', async () => {
  server(() => Promise.reject(new TypeError('connection refused')));
  await assert.rejects(get('/programme'), {status: 0, message: 'The console cannot be reached.'});
  server(() => new Response('{"name": "cut o'));
  await assert.rejects(get('/programme'), {status: 0});
});
