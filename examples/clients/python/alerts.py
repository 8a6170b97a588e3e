"""Prints the alerts that are open, then each change of one, until it is stopped.

    python3 alerts.py
"""
import signal
import sys

import confluent_kafka

import hub as hubs

hub = hubs.Hub(hubs.options("Prints alerts.").parse_args())
topic = hub.prefix + ".alerts"  # the latest state of each alert, under its alertId
consumer = hub.consumer()
places = hubs.partitions(consumer, topic)
for place in places:
    place.offset = confluent_kafka.OFFSET_BEGINNING
consumer.assign(places)
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))

known = {}
behind = {place.partition for place in places}  # partitions of which the end has not been seen yet


def show(alert):
    is_open = alert["state"] == "OPEN"
    at = (alert["startsAt"] if is_open else alert["endsAt"]).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    print(f"{alert['state']:8} {at} {alert['severity']:8} {alert['alertId']}: {alert['summary']}", flush=True)


def take(alert):
    before = known.get(alert["alertId"])
    known[alert["alertId"]] = alert
    moved = before is None or any(before[field] != alert[field] for field in ("episode", "state", "startsAt", "summary"))
    if not behind and moved:
        show(alert)


try:
    while True:
        record = consumer.poll(1)
        if record is None:
            continue
        if not record.error():
            take(hub.decode(record.value()))
        elif record.error().code() != confluent_kafka.KafkaError._PARTITION_EOF:
            sys.exit(f"alerts.py: {record.error()}")
        elif record.partition() in behind:
            behind.remove(record.partition())
            if not behind:
                are_open = [alert for alert in known.values() if alert["state"] == "OPEN"]
                print(f"Open alerts: {len(are_open)}", flush=True)
                for alert in sorted(are_open, key=lambda alert: alert["startsAt"]):
                    show(alert)
except KeyboardInterrupt:
    pass
finally:
    consumer.close()
