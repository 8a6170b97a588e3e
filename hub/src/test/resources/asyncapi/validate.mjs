// Says what AsyncAPI's own parser finds wrong with a document, Avro schemas included; ends with 1 if there is anything.
import { readFileSync } from 'node:fs'
import { AvroSchemaParser } from '@asyncapi/avro-schema-parser'
import { DiagnosticSeverity, Parser } from '@asyncapi/parser'

const parser = new Parser()
parser.registerSchemaParser(AvroSchemaParser())
const { document, diagnostics } = await parser.parse(readFileSync(process.argv[2], 'utf8'))
const wrong = diagnostics.filter(({ severity }) => severity <= DiagnosticSeverity.Warning)
wrong.forEach(({ code, path, message }) => console.log(`${path.join('.')}: ${message} (${code})`))
if (document) {
  console.log(`channels: ${document.allChannels().all().length}, messages: ${document.allMessages().all().length}`)
}
process.exitCode = document && wrong.length === 0 ? 0 : 1
