// Publishes that a site is live, and waits until the hub says whether it accepts it.
// Ends with 0 when it is accepted, 1 when it is refused, 3 when the hub has not answered in time.
//
//   node supplier.mjs --supplier bt --cluster london --site barnet --product cerner --release LC1 --date 2026-11-20
import { randomUUID } from 'node:crypto'
import { Partitioners } from 'kafkajs'
import { hubOf, readerOf, writerOf } from './hub.mjs'

const text = { type: 'string' }
const { values, kafka, registry, prefix } = hubOf({
  supplier: text, cluster: text, site: text, product: text, release: text, date: text, 'event-id': text
})
for (const option of ['supplier', 'cluster', 'site', 'product', 'release', 'date']) {
  if (!values[option]) {
    console.error(`supplier.mjs: --${option} is missing`)
    process.exit(2)
  }
}

const topic = `${prefix}.in.${values.supplier}`
const verdicts = `${prefix}.verdicts.${values.supplier}`
const patience = 60 // seconds
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

// The hub answers on the supplier's own topic; what comes to it from here on is looked at.
const admin = kafka.admin()
await admin.connect()
const ends = await admin.fetchTopicOffsets(verdicts)
await admin.disconnect()

const producer = kafka.producer({ idempotent: true, createPartitioner: Partitioners.DefaultPartitioner })
await producer.connect()
// The key is the cluster: a supplier's reports on a cluster keep their order.
const [sent] = await producer.send({ topic, acks: -1, messages: [{ key: event.cluster, value }] })
await producer.disconnect()
const origin = { topic, partition: sent.partition, offset: Number(sent.baseOffset) }

const verdict = await verdictOn(origin)
if (verdict) {
  console.log(`${event.eventId} ${verdict}`)
  process.exit(verdict === 'accepted' ? 0 : 1)
}
console.error(`supplier.mjs: no verdict within ${patience} s: is the hub running? Kafka has the event ` +
  `(${topic}, partition ${origin.partition}, offset ${origin.offset}); it can be sent again with --event-id ${event.eventId}`)
process.exit(3)

/** What the hub says on the event that stands there; null where it says nothing in time. */
async function verdictOn (origin) {
  const reader = readerOf(registry)
  // Reads committed records alone, and where it loses its place, rather everything again than a verdict missed.
  const consumer = kafka.consumer({ groupId: `supplier-${randomUUID()}`, maxWaitTimeInMs: 500 })
  await consumer.connect()
  await consumer.subscribe({ topics: [verdicts], fromBeginning: true })
  // Each time that it joins its group it has forgotten where it was: nothing is committed.
  consumer.on(consumer.events.GROUP_JOIN, () => {
    for (const { partition, offset } of ends) consumer.seek({ topic: verdicts, partition, offset })
  })
  const found = await new Promise((resolve, reject) => {
    setTimeout(() => resolve(null), patience * 1000)
    consumer.on(consumer.events.CRASH, ({ payload }) => payload.restart || reject(payload.error))
    consumer.run({
      autoCommit: false,
      eachMessage: async ({ message }) => {
        const verdict = await verdictIn(message)
        if (verdict) resolve(verdict)
      }
    }).catch(reject)
  })
  await Promise.race([consumer.disconnect(), new Promise(resolve => setTimeout(resolve, 5000))])
  return found

  async function verdictIn ({ value }) {
    const said = await reader.deserialize(verdicts, value)
    const { topic, partition, offset } = said.origin
    const isOurs = topic === origin.topic && partition === origin.partition && Number(offset) === origin.offset
    // Another event stood there in a topic of before.
    if (!isOurs || (said.eventId !== null && said.eventId !== event.eventId)) return null
    return said.verdict === 'REJECTED' ? `refused: ${said.reason}: ${said.sentence}` : 'accepted'
  }
}
