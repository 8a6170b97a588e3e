"""How to reach a hub, and Avro in Confluent's wire format: a zero byte, the schema's id in four bytes, Avro."""
import argparse
import io
import json
import pathlib
import struct
import urllib.parse
import urllib.request

import avro.io
import avro.schema
import confluent_kafka


def options(description):
    """The command line's options with which a hub is found: by its folder, or by addresses."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--data", default="rollout-data", help="the folder of a hub that runs on this machine")
    parser.add_argument("--connect", help="HOST:PORT of a Kafka instead")
    parser.add_argument("--registry", help="the registry's URL, with --connect")
    parser.add_argument("--prefix", help="what the names of the hub's topics begin with, if not with rollout")
    return parser


class Hub:
    """The Kafka and the registry that the options name."""

    def __init__(self, given):
        if given.connect and given.registry:
            file = {}
            self.bootstrap, self.url = given.connect, given.registry
        else:
            file = json.loads(pathlib.Path(given.data, "hub.json").read_text(encoding="utf-8"))
            self.bootstrap, self.url = file["bootstrapServers"], file["registryUrl"]
        self.prefix = given.prefix or file.get("prefix") or "rollout"
        self.schemas = {}

    def encode(self, subject, record):
        """A record's bytes, under the latest schema that the hub has registered for the subject."""
        latest = self._get(f"/subjects/{urllib.parse.quote(subject, safe='')}/versions/latest")
        buffer = io.BytesIO()
        buffer.write(struct.pack(">bI", 0, latest["id"]))
        avro.io.DatumWriter(avro.schema.parse(latest["schema"])).write(record, avro.io.BinaryEncoder(buffer))
        return buffer.getvalue()

    def decode(self, value):
        """What a record was written with; instants and dates come as Python's own."""
        _, schema_id = struct.unpack(">bI", value[:5])
        if schema_id not in self.schemas:
            self.schemas[schema_id] = avro.schema.parse(self._get(f"/schemas/ids/{schema_id}")["schema"])
        return avro.io.DatumReader(self.schemas[schema_id]).read(avro.io.BinaryDecoder(io.BytesIO(value[5:])))

    def _get(self, path):
        with urllib.request.urlopen(self.url + path, timeout=30) as answer:
            return json.load(answer)

    def producer(self):
        return confluent_kafka.Producer(
            {"bootstrap.servers": self.bootstrap, "acks": "all", "enable.idempotence": True}
        )

    def consumer(self):
        """Reads committed records; whoever assigns partitions itself has no use for the group.

        Where it loses its place it reads everything again, rather than miss what it waits for.
        """
        return confluent_kafka.Consumer(
            {
                "bootstrap.servers": self.bootstrap,
                "group.id": "rollout-example-python",
                "isolation.level": "read_committed",
                "auto.offset.reset": "earliest",
                "enable.auto.commit": False,
                "enable.partition.eof": True,
            }
        )


def partitions(consumer, topic):
    """All of a topic's partitions."""
    found = consumer.list_topics(topic, timeout=30).topics[topic]
    if found.error:
        raise confluent_kafka.KafkaException(found.error)
    return [confluent_kafka.TopicPartition(topic, number) for number in found.partitions]
