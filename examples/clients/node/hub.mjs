// How to reach a hub: of the folder given with --data, or by --connect HOST:PORT --registry URL.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import schemaregistry from '@confluentinc/schemaregistry'
import { Kafka, logLevel } from 'kafkajs'

const { AvroDeserializer, AvroSerializer, SchemaRegistryClient, SerdeType } = schemaregistry

/** The command line's options, and Kafka and the registry of the hub that they name. */
export function hubOf (options) {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: 'rollout-data' },
      connect: { type: 'string' },
      registry: { type: 'string' },
      prefix: { type: 'string' },
      ...options
    }
  })
  const file = values.connect && values.registry ? {} : JSON.parse(readFileSync(join(values.data, 'hub.json'), 'utf8'))
  const kafka = new Kafka({
    clientId: 'rollout-example-node',
    brokers: [values.connect ?? file.bootstrapServers],
    logLevel: logLevel.ERROR
  })
  const registry = new SchemaRegistryClient({ baseURLs: [values.registry ?? file.registryUrl] })
  const prefix = values.prefix ?? file.prefix ?? 'rollout' // what the names of the hub's topics begin with
  return { values, kafka, registry, prefix }
}

/** Writes events for a supplier's topic, under schemas that the hub has registered: topic and record name are the subject. */
export function writerOf (registry, record) {
  return new AvroSerializer(registry, SerdeType.VALUE, {
    autoRegisterSchemas: false,
    useLatestVersion: true,
    subjectNameStrategy: topic => `${topic}-${record}`
  })
}

/** Reads whatever a record was written with; instants come as milliseconds since 1970, dates as days. */
export function readerOf (registry) {
  return new AvroDeserializer(registry, SerdeType.VALUE, { subjectNameStrategyType: 'TOPIC' })
}
