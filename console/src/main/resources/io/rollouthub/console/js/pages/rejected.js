// What was refused, from whom and why, with what they sent.

import {get} from '../api.js';
import {choice, pager} from '../parts.js';
import {withQuery} from '../address.js';
import {h} from '../view.js';
import {count, instant, number} from '../words.js';

export const rejectedPage = {
  name: 'rejected',
  title: () => 'Rejected',
  load: (where) => get('/rejected', where.query),
  concerns: (change) => change.topic.startsWith('rollout.rejected') || change.topic === 'rollout.programme',
  view(data, where, {navigate}) {
    const {query} = where;
    const go = (changes) => navigate(withQuery(where, {page: null, ...changes}), {keep: true});
    return [
      h('div', {class: 'head'}, h('h1', null, 'Rejected'),
        h('p', {class: 'lead'}, 'Reports that the hub could not accept. Nothing is lost: ', h('code', null, 'rollout rejected redrive'), ' sends them again after a correction.')),
      h('section', {class: 'panel flush', 'aria-label': 'Rejected records'},
        h('div', {class: 'tools'},
          choice('Supplier', query.get('supplier'), [['', 'All suppliers'], ...data.suppliers.map((one) => [one.supplier, `${one.name ?? one.supplier} (${number(one.rejected)})`])], (supplier) => go({supplier})),
          choice('Reason', query.get('reason'), [['', 'All reasons'], ...data.reasons.map((one) => [one.reason, `${one.reason} (${number(one.rejected)})`])], (reason) => go({reason})),
          h('span', {class: 'hint', role: 'status'}, count(data.total, 'record'))),
        data.rejected.length === 0
          ? h('p', {class: 'hint nothing'}, query.size > 0 ? 'No refused record is like that.' : 'Nothing was refused.')
          : h('ol', {class: 'refusals'}, data.rejected.map(refusal)),
        pager(data, (number) => withQuery(where, {page: number}))),
    ];
  },
};

function refusal(one) {
  return h('li', {key: `${one.topic}/${one.partition}/${one.offset}`},
    h('p', {class: 'refusal-head'},
      h('strong', null, one.supplierName ?? one.supplier),
      h('code', {class: 'reason'}, one.reason),
      h('span', {class: 'when'}, instant(one.acceptedAt))),
    h('p', null, one.detail),
    h('p', {class: 'hint'}, one.eventId ? ['event ', h('code', null, one.eventId), ', '] : null, `${one.topic}, partition ${one.partition}, offset ${one.offset}`),
    one.payload.format === 'none'
      ? h('p', {class: 'hint'}, 'It had no value.')
      : h('details', null, h('summary', null, `What was sent, ${count(one.bytes, 'byte')}${one.payload.format === 'hex' ? ', as hexadecimal' : ''}`),
        h('pre', {tabindex: 0}, pretty(one.payload)), one.payload.cut && h('p', {class: 'hint'}, 'Only the beginning is shown.')));
}

function pretty({format, text, cut}) {
  if (format !== 'json' || cut) {
    return text;
  }
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
