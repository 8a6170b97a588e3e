package io.rollouthub.serde;

import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** One report, as the hub's own classes have it and as writers with other schemas do. */
final class Reports {
    static final GoLiveEvent LIVE = live("e-1");

    private static final LocalDate DATE = LocalDate.of(2006, 7, 29);
    private static final Instant REPORTED_AT = Instant.parse("2006-07-31T09:00:00Z");

    private Reports() {}

    static GoLiveEvent live(String eventId) {
        return new GoLiveEvent(
                eventId,
                Instant.parse("2006-07-31T09:00:00Z"),
                "fujitsu",
                "south",
                "weston",
                null,
                "millennium",
                "R0",
                GoLiveStatus.LIVE,
                LocalDate.of(2006, 7, 29),
                null,
                null);
    }

    /** {@link #LIVE} in another writer's schema; fields that we don't have are left for the test to set. */
    static GenericRecord liveIn(Schema schema) {
        GenericRecord record = new GenericData.Record(schema);
        put(record, "eventId", "e-1");
        put(record, "reportedAt", REPORTED_AT.toEpochMilli());
        put(record, "supplier", "fujitsu");
        put(record, "cluster", "south");
        put(record, "site", "weston");
        put(record, "product", "millennium");
        put(record, "release", "R0");
        if (schema.getField("status") != null) {
            record.put(
                    "status",
                    new GenericData.EnumSymbol(schema.getField("status").schema(), "LIVE"));
        }
        put(record, "date", (int) DATE.toEpochDay());
        return record;
    }

    private static void put(GenericRecord record, String field, Object value) {
        if (record.getSchema().getField(field) != null) {
            record.put(field, value);
        }
    }
}
