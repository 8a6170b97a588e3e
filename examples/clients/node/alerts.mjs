// Prints the alerts that are open, then each change of one, until it is stopped.
//
//   node alerts.mjs
import { randomUUID } from 'node:crypto'
import { hubOf, readerOf } from './hub.mjs'

const { kafka, registry, prefix } = hubOf()
const topic = `${prefix}.alerts` // the latest state of each alert, under its alertId
const reader = readerOf(registry)
const known = new Map()
const behind = await endsNow()

// A group of its own reads from the start each time it runs; a fixed name and commits would go on where it was.
const consumer = kafka.consumer({ groupId: `alerts-${randomUUID()}`, maxWaitTimeInMs: 500 }) // reads committed records alone
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => consumer.disconnect())
consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload }) => caughtUpTo(payload.partition, payload.lastOffset))
consumer.on(consumer.events.CRASH, ({ payload }) => console.error(`alerts.mjs: ${payload.error.message}`))
await consumer.connect()
await consumer.subscribe({ topic, fromBeginning: true })
await consumer.run({ autoCommit: false, eachMessage })
if (behind.size === 0) showOpen()

async function eachMessage ({ message }) {
  const alert = await reader.deserialize(topic, message.value)
  const before = known.get(alert.alertId)
  known.set(alert.alertId, alert)
  const moved = ['episode', 'state', 'startsAt', 'summary'].some(field => before?.[field] !== alert[field])
  if (behind.size === 0 && moved) show(alert)
}

/** The end of each partition that holds anything. */
async function endsNow () {
  const admin = kafka.admin()
  await admin.connect()
  const ends = await admin.fetchTopicOffsets(topic)
  await admin.disconnect()
  return new Map(ends.filter(({ low, high }) => low !== high).map(({ partition, high }) => [partition, BigInt(high)]))
}

/** What was there at the start has been read when each partition has come to where it ended; marks of transactions count. */
function caughtUpTo (partition, offset) {
  if (behind.has(partition) && BigInt(offset) + 1n >= behind.get(partition)) {
    behind.delete(partition)
    if (behind.size === 0) showOpen()
  }
}

function showOpen () {
  const open = [...known.values()].filter(({ state }) => state === 'OPEN')
  console.log(`Open alerts: ${open.length}`)
  open.sort((a, b) => a.startsAt - b.startsAt).forEach(show)
}

function show ({ state, startsAt, endsAt, severity, alertId, summary }) {
  const at = new Date(state === 'OPEN' ? startsAt : endsAt).toISOString()
  console.log(`${state.padEnd(8)} ${at} ${severity.padEnd(8)} ${alertId}: ${summary}`)
}
