package io.rollouthub.producer;

import io.rollouthub.check.EventCheck;
import io.rollouthub.check.Reason;
import io.rollouthub.check.Refusal;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.registry.UnknownSchemaException;
import io.rollouthub.report.EventKind;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.topic.SupplierTopics;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Makes an event ready to be sent: in bytes, and judged as the gate will judge it, only by this machine's clock. */
final class EventPreparation {
    /** An event before it is sent: ready for Kafka, or refused already. */
    sealed interface Prepared {

        /** Nothing speaks against it here; the cluster is its key, the value in Confluent's wire format. */
        record Ready(String eventId, String cluster, byte[] value) implements Prepared {}

        /** The hub's gate would refuse it. */
        record Unfit(Refusal refusal) implements Prepared {}
    }

    private static final byte[] NOTHING = {};

    private final String topic;
    private final String supplier;
    private final SchemaRegistry registry;
    private final AvroWriter writer;
    private final Supplier<EventCheck> check;
    private final InstantSource clock;

    /** For a supplier's topic; judges by the check under the programme in force. */
    EventPreparation(String topic, SchemaRegistry registry, Supplier<EventCheck> check, InstantSource clock) {
        this.topic = topic;
        this.supplier = SupplierTopics.supplierOf(topic);
        this.registry = registry;
        this.writer = new AvroWriter(registry);
        this.check = check;
        this.clock = clock;
    }

    /** Makes sure that all events can be written; {@link SupplierClientException} if a schema is not registered. */
    void requireSchemas() {
        for (Schema event : EventKind.schemas()) {
            try {
                registry.idOf(subject(event), event.toString());
            } catch (UnknownSchemaException e) {
                throw new SupplierClientException(
                        "the registry at " + registry.address() + " does not hold this version of " + event.getName()
                                + " under " + subject(event),
                        "the hub's operator registers it with 'rollout admin apply'",
                        e);
            }
        }
    }

    Prepared prepare(SpecificRecord event) {
        byte[] value = NOTHING;
        if (ReportedEvent.isOne(event)) { // of any other record the check says that it is none
            try {
                value = write(event);
            } catch (AvroRuntimeException | NullPointerException | ClassCastException e) {
                // Avro says in these ways that a field has no value, or one that does not fit; no check can look at it.
                return new Prepared.Unfit(
                        new Refusal(Reason.UNDECODABLE, "the event cannot be written: " + e.getMessage()));
            }
        }
        Refusal refusal = check.get().check(event, supplier, clock.instant());
        if (refusal != null) {
            return new Prepared.Unfit(refusal);
        }
        ReportedEvent report = ReportedEvent.of(event);
        return new Prepared.Ready(report.eventId(), report.cluster(), value);
    }

    private byte[] write(SpecificRecord event) {
        synchronized (writer) {
            return writer.write(subject(event.getSchema()), event);
        }
    }

    private String subject(Schema event) {
        return SupplierTopics.subject(topic, event.getFullName());
    }
}
