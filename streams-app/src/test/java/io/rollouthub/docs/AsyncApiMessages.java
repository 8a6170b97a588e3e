package io.rollouthub.docs;

import static io.rollouthub.docs.Yaml.object;

import io.rollouthub.check.Reason;
import io.rollouthub.check.Refusal;
import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.ReleaseEvent;
import io.rollouthub.journal.Origin;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.avro.Schema;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** What stands on the hub's topics, in AsyncAPI's words: key, value and headers of a record. */
final class AsyncApiMessages {
    /** The types of what suppliers report. */
    static final List<Schema> EVENTS = List.of(
            GoLiveEvent.getClassSchema(),
            ReleaseEvent.getClassSchema(),
            MilestoneEvent.getClassSchema(),
            ContractEvent.getClassSchema());

    static final String REJECTED = "RejectedRecord";
    static final String PULSE = "Pulse";

    /** The version of Avro that AsyncAPI names; nothing that our schemas use has changed since. */
    private static final String SCHEMA_FORMAT = "application/vnd.apache.avro+yaml;version=1.9.0";

    private static final String CONTENT_TYPE = "application/avro";
    private static final String KEY_BEGINS = " Key: ";

    private AsyncApiMessages() {}

    /** A supplier's event of this type. */
    static Map<String, Object> event(Schema schema) {
        Map<String, Object> message = avro(schema, schema.getDoc());
        message.put(
                "bindings", key("The cluster, so that a supplier's reports on it keep their order.", "TopicRecord"));
        return message;
    }

    /** What the hub keeps for itself. */
    static Map<String, Object> internal(Topic<?> topic, String key) {
        Map<String, Object> message = avro(topic.schema(), topic.schema().getDoc());
        message.put("bindings", key(key, "Topic"));
        return message;
    }

    /** A result: the schema's doc tells the key, and it is a CloudEvent. */
    static Map<String, Object> output(Topic<?> topic) {
        Schema schema = topic.schema();
        String[] doc = schema.getDoc().split(KEY_BEGINS, 2);
        Map<String, Object> message = avro(schema, doc[0]);
        message.put("headers", cloudEvent(topic));
        message.put("bindings", key(doc[1], "Topic"));
        return message;
    }

    /** What a supplier sent that was not accepted. */
    static Map<String, Object> rejected() {
        return object(
                "name",
                REJECTED,
                "title",
                REJECTED,
                "summary",
                "A record as its supplier sent it, key, bytes and headers, with the reason in further headers. Of one that"
                        + " is TOO_LARGE the first 1,024 bytes of key and value alone, and how large they were. Some"
                        + " reasons are found by the ledger, "
                        + Stream.of(Reason.values())
                                .filter(Reason::isByLedger)
                                .map(Reason::name)
                                .collect(Collectors.joining(", "))
                        + ": there the key is the cluster and the value the journal's entry.",
                "contentType",
                "application/octet-stream",
                "headers",
                rejectionHeaders(),
                "payload",
                object("description", "Whatever it was; no value too."),
                "bindings",
                object("kafka", object("key", object("description", "As it came."), "bindingVersion", "0.5.0")));
    }

    /** What the hub asks Kafka for the time with. */
    static Map<String, Object> pulse() {
        return object(
                "name",
                PULSE,
                "title",
                PULSE,
                "summary",
                "A key without a value: the broker's timestamp is what it is for.",
                "payload",
                object("type", "null"),
                "bindings",
                object(
                        "kafka",
                        object(
                                "key",
                                object("type", "string", "description", "The word pulse."),
                                "bindingVersion",
                                "0.5.0")));
    }

    private static Map<String, Object> avro(Schema schema, String summary) {
        return object(
                "name",
                schema.getFullName(),
                "title",
                schema.getName(),
                "summary",
                summary,
                "contentType",
                CONTENT_TYPE,
                "payload",
                object("schemaFormat", SCHEMA_FORMAT, "schema", Yaml.of(schema)));
    }

    private static Map<String, Object> key(String says, String strategy) {
        return object(
                "kafka",
                object(
                        "key",
                        object("type", "string", "description", says),
                        "schemaIdLocation",
                        "payload",
                        "schemaIdPayloadEncoding",
                        "confluent",
                        "schemaLookupStrategy",
                        strategy + "NameStrategy",
                        "bindingVersion",
                        "0.5.0"));
    }

    private static Map<String, Object> cloudEvent(Topic<?> topic) {
        String type = topic.schema().getFullName();
        List<String> types = topic.compacted() ? List.of(type, type + ".deleted") : List.of(type);
        Map<String, Object> headers = object(
                "ce_specversion",
                object("const", "1.0"),
                "ce_id",
                text(
                        "The key, and the entry of the journal from which it came; the same whenever the journal is read."),
                "ce_source",
                text("/<programme>/" + topic.name()),
                "ce_type",
                object(
                        "type",
                        "string",
                        "enum",
                        types,
                        "description",
                        topic.compacted()
                                ? "The value's schema; .deleted where the key has ceased to exist and there is no value."
                                : "The value's schema."),
                "ce_time",
                object("type", "string", "format", "date-time", "description", "The instant on the hub's clock."),
                "ce_subject",
                text("The key."),
                "content-type",
                object("const", CONTENT_TYPE));
        return object(
                "type", "object", "required", List.copyOf(headers.keySet()).subList(0, 6), "properties", headers);
    }

    /** The headers' names are read off a record that was refused. */
    private static Map<String, Object> rejectionHeaders() {
        RecordHeaders example = new RecordHeaders();
        new RejectionHeaders(new Refusal(Reason.UNDECODABLE, ""), new Origin("", 0, 0L), Instant.EPOCH).addTo(example);
        List<String> names = StreamSupport.stream(example.spliterator(), false)
                .map(Header::key)
                .toList();
        List<String> says = List.of(
                reasons(),
                "A sentence on what to mend.",
                "Topic of the record that was refused.",
                "Its partition.",
                "Its offset.",
                "When Kafka took it, in ISO-8601.");
        Map<String, Object> headers = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            headers.put(names.get(i), text(says.get(i)));
        }
        Map<String, Object> reason = new LinkedHashMap<>(text(says.get(0)));
        reason.put("enum", Arrays.stream(Reason.values()).map(Enum::name).toList());
        headers.put(names.get(0), reason);
        return object("type", "object", "required", new ArrayList<>(names), "properties", headers);
    }

    private static String reasons() {
        StringBuilder text = new StringBuilder("Why:");
        for (Reason reason : Reason.values()) {
            text.append(' ').append(reason).append(": ").append(reason.sentence());
        }
        return text.toString();
    }

    private static Map<String, Object> text(String says) {
        return object("type", "string", "description", says);
    }
}
