import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  capital, count, date, dayNumber, dayOf, dayText, duration, instant, known, money, month, number, percent, probability, prose, signed,
  useZone, word,
} from './assets/js/words.js';

test('instants are written in the zone of the programme, summer time included', () => {
  useZone('Europe/London');
  assert.equal(instant('2006-10-31T00:00:00Z'), '31 Oct 2006, 00:00\u00a0GMT');
  assert.equal(instant('2006-06-30T23:05:00Z'), '1 Jul 2006, 00:05\u00a0BST');
  assert.equal(dayOf('2006-06-30T23:05:00Z'), '2006-07-01');
  useZone('Asia/Tokyo');
  assert.equal(instant('2006-10-31T15:30:59.999Z'), '1 Nov 2006, 00:30\u00a0GMT+9');
  useZone('UTC');
});

test('dates and months are written with the name of the month', () => {
  assert.equal(date('2006-10-01'), '1 Oct 2006');
  assert.equal(month('2006-12'), 'Dec 2006');
  assert.equal(dayText(dayNumber('2008-02-29') + 1), '2008-03-01');
});

test('what is not known is a dash, not zero', () => {
  for (const write of [date, instant, number, signed, percent, probability, money, capital]) {
    assert.deepEqual([write(null), write(undefined)], ['–', '–']);
  }
  assert.equal(dayOf(null), null);
});

test('sentences of the hub get dates as they are written everywhere, and no line ends before a per cent sign', () => {
  assert.equal(prose('due 2006-10-31, seen 2006-11-01T09:00:00Z, 25 % of 9'),
    'due 31 Oct 2006, seen 1 Nov 2006, 09:00\u00a0UTC, 25\u00a0% of 9');
  assert.equal(prose(null), undefined);
});

test('numbers have their thousands apart, their sign, and as many digits as asked for', () => {
  assert.equal(number(1234567), '1,234,567');
  assert.equal(number(0.5, 2), '0.50');
  assert.deepEqual([signed(3), signed(-3, 1), signed(0)], ['+3', '−3.0', '0']);
  assert.equal(percent(0.375), '38\u00a0%');
});

test('a probability is neither none nor all of what is possible', () => {
  assert.deepEqual([0, 0.0009, 0.001, 0.05, 0.1, 0.999, 0.9991].map(probability), [
    'below 0.1\u00a0%', 'below 0.1\u00a0%', '0.1\u00a0%', '5.0\u00a0%', '10\u00a0%', '100\u00a0%', 'above 99.9\u00a0%',
  ]);
});

test('a span of time is told in the unit that fits', () => {
  assert.deepEqual([-1, 119.4, 120, 7199, 7200, 172_799, 172_800].map(duration), [
    '0 s', '119 s', '2 min', '119 min', '2 h 0 min', '47 h 59 min', '2 days',
  ]);
});

test('one is counted in the singular, none and many in the plural', () => {
  assert.deepEqual([0, 1, 2000].map((many) => count(many, 'alert')), ['0 alerts', '1 alert', '2,000 alerts']);
});

test('amounts stay texts, so that no cent is lost', () => {
  assert.equal(money('90071992547409930.01', 'GBP'), '90,071,992,547,409,930.01 GBP');
  assert.equal(money('896000000.00', 'GBP'), '896,000,000 GBP');
  assert.equal(money('100', null), '100');
});

test('a symbol of a newer hub is shown as it came, and is none to choose from', () => {
  const words = {MET: 'Met', UNKNOWN: 'Unknown'};
  assert.deepEqual([word(words, 'MET'), word(words, 'PAUSED'), word(words, null)], ['Met', 'PAUSED', '–']);
  assert.deepEqual(known(words), [['MET', 'Met']]);
});
