// Whether all parts run, and how far behind they are.

import {get} from '../api.js';
import {icon} from '../icons.js';
import {figure} from '../parts.js';
import {sortedTable} from '../table.js';
import {h, live} from '../view.js';
import {count, date, instant, number, prose} from '../words.js';

const HEALTH = {UP: ['ok', 'check', 'Well'], DEGRADED: ['warning', 'warning', 'Not all is well'], DOWN: ['critical', 'critical', 'Down']};

export const systemPage = {
  name: 'system',
  title: () => 'System',
  load: () => get('/system'),
  concerns: () => true, // counts records, so everything changes it
  view(data) {
    const [tone, symbol, name] = HEALTH[data.health.state] ?? ['neutral', 'unknown', data.health.state];
    return [
      h('div', {class: 'head'},
        h('div', {class: 'title-row'}, h('h1', null, 'System'), h('span', {class: `state ${tone}`}, icon(symbol), name)),
        data.health.problems.length > 0 && h('ul', {class: 'problems'}, data.health.problems.map((problem) => h('li', {key: problem}, problem)))),
      h('dl', {class: 'figures panel wide'},
        figure('Hub clock', data.clock.state === 'SIMULATED' ? date(data.clock.today) : data.clock.tick ? instant(data.clock.tick) : 'none yet', prose(data.clock.words)),
        figure('Ticks', number(data.console.ticks), 'of the clock, read'),
        figure('Kafka', data.kafka.connected ? 'connected' : 'lost', data.kafka.problem ?? `${data.kafka.bootstrapServers}, ${data.kafka.brokers === null ? 'brokers unknown' : count(data.kafka.brokers, 'broker')}`, data.kafka.connected ? null : 'warning'),
        figure('Console', data.console.state.toLowerCase(), `journal ${data.console.journal.toLowerCase()}; ${count(data.console.records, 'record')} read`),
        figure('Viewers', number(data.console.streams), 'pages listening'),
        figure('Milestones', number(data.console.milestones), null)),
      h('div', {class: 'two-up'},
        h('section', {'aria-labelledby': 'stages'}, h('div', {class: 'section-head'}, h('h2', {id: 'stages'}, 'Stages')),
          h('div', {class: 'panel flush'}, sortedTable({caption: 'Stages', columns: STAGES, rows: data.stages, key: (one) => one.stage, sorting: null}))),
        h('section', {'aria-labelledby': 'versions'}, h('div', {class: 'section-head'}, h('h2', {id: 'versions'}, 'Versions')),
          h('dl', {class: 'panel pairs'}, Object.entries({...data.versions, registry: data.registry.url, 'console since': instant(data.console.startedAt)}).map(([what, value]) => h('div', {key: what}, h('dt', null, what), h('dd', null, value)))))),
      h('section', {'aria-labelledby': 'topics'}, h('div', {class: 'section-head'}, h('h2', {id: 'topics'}, 'Topics')),
        h('div', {class: 'panel flush'}, sortedTable({caption: 'Topics', columns: TOPICS, rows: data.topics, key: (one) => one.topic, sorting: null}))),
    ];
  },
};

const STAGES = [
  {name: 'Stage', cell: (one) => [one.stage, h('small', null, one.group)]},
  {name: 'Members', number: true, cell: (one) => (one.members === 0 ? h('span', {class: 'state critical'}, icon('critical'), 'nobody') : number(one.members))},
  {name: 'Lag', number: true, cell: (one) => live(one.lag === null ? 'unknown' : count(one.lag, 'record'))},
  {name: 'Partitions read', number: true, cell: (one) => number(one.inputs)},
];

const TOPICS = [
  {name: 'Topic', cell: (one) => h('code', null, one.topic)},
  {name: 'Partitions', number: true, cell: (one) => number(one.partitions)},
  {name: 'Records', number: true, cell: (one) => live(number(one.records))},
];
