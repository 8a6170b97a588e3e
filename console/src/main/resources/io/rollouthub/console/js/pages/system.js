// Whether all parts run, and how far behind they are.

import {get} from '../api.js';
import {html, live} from '../html.js';
import {badge} from '../icons.js';
import {clockTime, figure, flush, head, section, small} from '../parts.js';
import {sortedTable} from '../table.js';
import {count, instant, number, prose} from '../words.js';

const HEALTH = {UP: ['ok', 'check', 'Well'], DEGRADED: ['warning', 'warning', 'Not all is well'], DOWN: ['critical', 'critical', 'Down']};

export const systemPage = {
  name: 'system',
  title: () => 'System',
  load: () => get('/system'),
  concerns: () => true, // counts records, so everything changes it
  view: ({health, clock, console, kafka, registry, versions, stages, topics}) => html`
    ${head('System', {
      signs: badge(...(HEALTH[health.state] ?? ['neutral', 'unknown', health.state])),
      more: health.problems.length > 0
        && html`<ul class="problems">${health.problems.map((one) => html`<li key=${one}>${one}</li>`)}</ul>`,
    })}
    <dl class="figures panel wide">
      ${figure('Hub clock', clockTime(clock), prose(clock.words))}
      ${figure('Ticks', number(console.ticks), 'of the journal, read')}
      ${figure('Kafka', kafka.connected ? 'connected' : 'lost', kafka.problem ?? `${kafka.bootstrapServers}, ${brokers(kafka)}`,
        kafka.connected ? null : 'warning')}
      ${figure('Console', console.state.toLowerCase(),
        `journal ${console.journal.toLowerCase()}; ${count(console.records, 'record')} read`)}
      ${figure('Viewers', number(console.streams), 'pages listening')}
      ${figure('Milestones', number(console.milestones), null)}
    </dl>
    <div class="two-up">
      ${section('stages', 'Stages', table('Stages', STAGES, stages, (one) => one.stage))}
      ${section('versions', 'Versions', pairs({...versions, registry: registry.url, 'console since': instant(console.startedAt)}))}
    </div>
    ${section('topics', 'Topics', table('Topics', TOPICS, topics, (one) => one.topic))}`,
};

const brokers = (kafka) => (kafka.brokers === null ? 'brokers unknown' : count(kafka.brokers, 'broker'));

const table = (caption, columns, rows, key) => flush(sortedTable({caption, columns, rows, key}));

const pairs = (values) => html`<dl class="panel pairs">
  ${Object.entries(values).map(([what, value]) => html`<div key=${what}><dt>${what}</dt><dd>${value}</dd></div>`)}
</dl>`;

const STAGES = [
  {name: 'Stage', cell: (one) => [one.stage, small(one.group)]},
  {name: 'Members', number: true, cell: ({members}) => (members === 0 ? badge('critical', 'critical', 'nobody') : number(members))},
  {name: 'Lag', number: true, cell: (one) => live(one.lag === null ? 'unknown' : count(one.lag, 'record'))},
  {name: 'Partitions read', number: true, cell: (one) => number(one.inputs)},
];

const TOPICS = [
  {name: 'Topic', cell: (one) => html`<code>${one.topic}</code>`},
  {name: 'Partitions', number: true, cell: (one) => number(one.partitions)},
  {name: 'Records', number: true, cell: (one) => live(number(one.records))},
];
