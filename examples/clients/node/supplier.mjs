// Publishes that a site is live, and waits until the hub says whether it accepts it.
//
//   node supplier.mjs --supplier bt --cluster london --site barnet --product cerner --release LC1 --date 2026-11-20
import { randomUUID } from 'node:crypto'
import { Partitioners } from 'kafkajs'
import { hubOf, readerOf, writerOf } from './hub.mjs'

const text = { type: 'string' }
const { values, kafka, registry } = hubOf({
  supplier: text, cluster: text, site: text, product: text, release: text, date: text, 'event-id': text
})
for (const option of ['supplier', 'cluster', 'site', 'product', 'release', 'date']) {
  if (!values[option]) {
    console.error(`supplier.mjs: --${option} is missing`)
    process.exit(2)
  }
}

const topic = `rollout.in.${values.supplier}`
const rejected = `rollout.rejected.${values.supplier}`
const journal = 'rollout.journal'
const event = {
  eventId: values['event-id'] ?? randomUUID(),
  reportedAt: Date.now(),
  supplier: values.supplier,
  cluster: values.cluster,
  site: values.site,
  siteName: null,
  product: values.product,
  release: values.release,
  status: 'LIVE',
  date: Date.parse(values.date) / 86_400_000,
  source: null,
  replaces: null
}
const value = await writerOf(registry, 'io.rollouthub.event.GoLiveEvent').serialize(topic, event)

// The hub answers on two topics; what comes to them from here on is looked at.
const admin = kafka.admin()
await admin.connect()
const ends = {}
for (const answer of [rejected, journal]) ends[answer] = await admin.fetchTopicOffsets(answer)
await admin.disconnect()

const producer = kafka.producer({ idempotent: true, createPartitioner: Partitioners.DefaultPartitioner })
await producer.connect()
// The key is the cluster: a supplier's reports on a cluster keep their order.
const [sent] = await producer.send({ topic, acks: -1, messages: [{ key: event.cluster, value }] })
await producer.disconnect()
const origin = { topic, partition: sent.partition, offset: Number(sent.baseOffset) }

const verdict = await verdictOn(origin)
console.log(`${event.eventId} ${verdict}`)
process.exitCode = verdict === 'accepted' ? 0 : 1

async function verdictOn (origin) {
  const reader = readerOf(registry)
  const consumer = kafka.consumer({ groupId: `supplier-${randomUUID()}` }) // reads committed records alone
  await consumer.connect()
  await consumer.subscribe({ topics: [rejected, journal] })
  const found = await new Promise((resolve, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error))
    consumer.run({
      autoCommit: false,
      eachMessage: async ({ topic, message }) => {
        if (topic === rejected) {
          const header = name => message.headers[name]?.toString()
          if (header('rollout-topic') === origin.topic && Number(header('rollout-partition')) === origin.partition &&
              Number(header('rollout-offset')) === origin.offset) {
            resolve(`refused: ${header('rollout-reason')}: ${header('rollout-detail')}`)
          }
        } else {
          const { origin: from } = await reader.deserialize(topic, message.value)
          if (from && from.topic === origin.topic && from.partition === origin.partition &&
              from.offset === origin.offset) {
            resolve('accepted')
          }
        }
      }
    }).catch(reject)
    for (const [answer, partitions] of Object.entries(ends)) {
      for (const { partition, offset } of partitions) consumer.seek({ topic: answer, partition, offset })
    }
  })
  await consumer.disconnect()
  return found
}
