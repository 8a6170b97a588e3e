"""Publishes that a site is live, and waits until the hub says whether it accepts it.

Ends with 0 when it is accepted, 1 when it is refused, 3 when the hub has not answered in time.

    python3 supplier.py --supplier bt --cluster london --site barnet --product cerner --release LC1 --date 2026-11-20
"""
import datetime
import sys
import time
import uuid

import confluent_kafka

import hub as hubs

parser = hubs.options("Publishes that a site is live.")
for option in ("supplier", "cluster", "site", "product", "release"):
    parser.add_argument("--" + option, required=True)
parser.add_argument("--date", required=True, type=datetime.date.fromisoformat)
parser.add_argument("--event-id", default=str(uuid.uuid4()))
given = parser.parse_args()
hub = hubs.Hub(given)

topic = hub.prefix + ".in." + given.supplier
verdicts = hub.prefix + ".verdicts." + given.supplier
patience = 60  # seconds
event = {
    "eventId": given.event_id,
    "reportedAt": datetime.datetime.now(datetime.timezone.utc),
    "supplier": given.supplier,
    "cluster": given.cluster,
    "site": given.site,
    "siteName": None,
    "product": given.product,
    "release": given.release,
    "status": "LIVE",
    "date": given.date,
    "source": None,
    "replaces": None,
}
# The subject on a supplier's topic is the topic and the record's name: four types of events share it.
value = hub.encode(topic + "-io.rollouthub.event.GoLiveEvent", event)

# The hub answers on the supplier's own topic; what comes to it from here on is looked at.
consumer = hub.consumer()
answers = hubs.partitions(consumer, verdicts)
for place in answers:
    place.offset = consumer.get_watermark_offsets(place, timeout=30)[1]
consumer.assign(answers)

deliveries = []
producer = hub.producer()
# The key is the cluster: a supplier's reports on a cluster keep their order.
producer.produce(topic, key=given.cluster, value=value, on_delivery=lambda *delivery: deliveries.append(delivery))
producer.flush(60)
if not deliveries or deliveries[0][0]:
    sys.exit(f"supplier.py: not delivered: {deliveries}")
sent = deliveries[0][1]
origin = (topic, sent.partition(), sent.offset())


def verdict_in(record):
    """What a record of the hub's says on our event, or None."""
    said = hub.decode(record.value())
    place = said["origin"]
    if (place["topic"], place["partition"], place["offset"]) != origin:
        return None
    if said["eventId"] not in (None, given.event_id):
        return None  # on what stood there in a topic of before
    return f"refused: {said['reason']}: {said['sentence']}" if said["verdict"] == "REJECTED" else "accepted"


verdict = None
deadline = time.monotonic() + patience
while verdict is None and time.monotonic() < deadline:
    record = consumer.poll(1)
    if record is None or record.error() and record.error().code() == confluent_kafka.KafkaError._PARTITION_EOF:
        continue
    if record.error():
        sys.exit(f"supplier.py: {record.error()}")
    verdict = verdict_in(record)
consumer.close()
if verdict is None:
    print(
        f"supplier.py: no verdict within {patience} s: is the hub running? Kafka has the event "
        f"({topic}, partition {origin[1]}, offset {origin[2]}); it can be sent again with --event-id {given.event_id}",
        file=sys.stderr,
    )
    sys.exit(3)
print(given.event_id, verdict)
sys.exit(0 if verdict == "accepted" else 1)
