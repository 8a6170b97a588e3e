"""Publishes a valid event and garbage with Debian's Kafka client and Avro for Python: nothing here is Java.

Arguments: bootstrap servers, registry URL, supplier, cluster, event id.
"""
import datetime
import io
import json
import struct
import sys
import urllib.parse
import urllib.request

import avro.io
import avro.schema
import confluent_kafka

bootstrap, registry, supplier, cluster, event_id = sys.argv[1:]
topic = "rollout.in." + supplier
subject = topic + "-io.rollouthub.event.GoLiveEvent"

with urllib.request.urlopen(f"{registry}/subjects/{urllib.parse.quote(subject)}/versions/latest") as answer:
    registered = json.load(answer)

event = {
    "eventId": event_id,
    "reportedAt": datetime.datetime(2026, 1, 1, 9, tzinfo=datetime.timezone.utc),
    "supplier": supplier,
    "cluster": cluster,
    "site": "python",
    "siteName": None,
    "product": "p",
    "release": "r",
    "status": "LIVE",
    "date": datetime.date(2026, 1, 31),
    "source": None,
    "replaces": None,
}
buffer = io.BytesIO(struct.pack(">bI", 0, registered["id"]))
buffer.seek(0, io.SEEK_END)
avro.io.DatumWriter(avro.schema.parse(registered["schema"])).write(event, avro.io.BinaryEncoder(buffer))

failures = []
producer = confluent_kafka.Producer({"bootstrap.servers": bootstrap, "acks": "all", "enable.idempotence": True})
for value in (buffer.getvalue(), b"garbage"):
    producer.produce(topic, key=cluster, value=value, on_delivery=lambda error, _: error and failures.append(error))
if producer.flush(60) or failures:
    sys.exit(f"not delivered: {failures}")
