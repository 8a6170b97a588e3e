// What was rejected, from whom and why, with what they sent.

import {get} from '../api.js';
import {filters, pager} from '../filters.js';
import {html} from '../html.js';
import {head, nothing} from '../parts.js';
import {count, instant, number} from '../words.js';

export const rejectedPage = {
  name: 'rejected',
  title: () => 'Rejected',
  load: (where) => get('/rejected', where.query),
  concerns: (change) => change.topic.startsWith('rollout.rejected') || change.topic === 'rollout.programme',
  view(data, where, {navigate}) {
    const {choice} = filters(where, navigate);
    const suppliers = data.suppliers.map((one) => [one.supplier, `${one.name ?? one.supplier} (${number(one.rejected)})`]);
    const reasons = data.reasons.map((one) => [one.reason, `${one.reason} (${number(one.rejected)})`]);
    return html`
      ${head('Rejected', {lead: html`Reports that the hub could not accept. Nothing is lost:${' '}
        <code>rollout rejected redrive</code> sends them again after a correction.`})}
      <section class="panel flush" aria-label="Rejected records">
        <div class="tools">
          ${choice('Supplier', 'supplier', 'All suppliers', suppliers)}
          ${choice('Reason', 'reason', 'All reasons', reasons)}
          <span class="hint" role="status">${count(data.total, 'record')}</span>
        </div>
        ${data.rejected.length === 0
          ? nothing(where.query.size > 0 ? 'No rejected record is like that.' : 'Nothing was rejected.')
          : html`<ol class="rejections">${data.rejected.map(rejection)}</ol>`}
        ${pager(data, where)}
      </section>`;
  },
};

const rejection = (one) => html`<li key="${one.topic}/${one.partition}/${one.offset}">
  <p class="rejection-head">
    <strong>${one.supplierName ?? one.supplier}</strong>
    <code class="reason">${one.reason}</code>
    <span class="when">${instant(one.acceptedAt)}</span>
  </p>
  <p>${one.detail}</p>
  <p class="hint">
    ${one.eventId && html`event <code>${one.eventId}</code>, `}${one.topic}, partition ${one.partition}, offset ${one.offset}
  </p>
  ${sent(one)}
</li>`;

const sent = ({bytes, payload}) => (payload.format === 'none'
  ? html`<p class="hint">It had no value.</p>`
  : html`<details>
      <summary>What was sent, ${count(bytes, 'byte')}${payload.format === 'hex' && ', as hexadecimal'}</summary>
      <pre tabindex="0">${pretty(payload)}</pre>
      ${payload.cut && html`<p class="hint">Only the beginning is shown.</p>`}
    </details>`);

export function pretty({format, text, cut}) {
  if (format !== 'json' || cut) {
    return text;
  }
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
