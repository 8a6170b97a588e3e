package io.rollouthub.topology;

import io.rollouthub.entry.Entry;
import io.rollouthub.journal.Origin;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What makes each of the ledger's results a CloudEvent in binary mode: its attributes as Kafka headers (ADR 9).
 *
 * <p>They come from the journal alone, so a journal that is read again gives the same ones. For one thread.
 */
final class CloudEvents {
    /** The media type of Avro; that Confluent's five bytes stand before it is told by the first of them. */
    static final String CONTENT_TYPE = "application/avro";

    /** Behind the type of an event that says that a key has ceased to exist; it has no data. */
    static final String DELETED = ".deleted";

    private static final String TIME = "ce_time";
    private static final Header VERSION = header("ce_specversion", "1.0");
    private static final Header AVRO = header("content-type", CONTENT_TYPE);

    private final Map<String, Source> sources = new HashMap<>();
    private String programme = "";
    private String cause = "";
    private String first = "";
    /** The entry at hand, as long as it has no name; null: it has one, or there is none. */
    private @Nullable Entry next;

    private int repeats;
    private Header acceptedAt = header(TIME, "");

    /** What is the same in all events of a topic, and how often each key has been written for the entry at hand. */
    private record Source(Header source, Header type, Header deleted, Map<String, Integer> written) {

        static Source of(String programme, Topic<?> topic) {
            String type = topic.schema().getFullName();
            return new Source(
                    header("ce_source", "/" + programme + "/" + topic.name()),
                    header("ce_type", type),
                    header("ce_type", type + DELETED),
                    new HashMap<>());
        }
    }

    /** The programme whose ledger this is; part of every source, so that the events of two hubs never look alike. */
    void of(String programmeId) {
        if (!programmeId.equals(programme)) {
            programme = programmeId;
            sources.clear();
        }
    }

    /** The entry of the journal from which the next results come. */
    void from(Entry entry) {
        next = entry;
    }

    /** Most reports lead to nothing before the next round, so what they are called is made only where it is needed. */
    private void name(Entry entry) {
        next = null;
        String named = "@" + entry.acceptedAt() + "/" + nameOf(entry);
        repeats = named.equals(first) ? repeats + 1 : 1;
        first = named;
        from(entry.acceptedAt(), repeats == 1 ? named : named + "/again-" + repeats);
    }

    /**
     * The next results are figures, worked out when all entries before a position of the journal were applied.
     *
     * @param at the partition of the journal and the position
     * @param now the instant of the entry before it
     */
    void figures(Position at, Instant now) {
        next = null;
        String named = "@journal/" + at.partition() + "/" + at.offset();
        if (!named.equals(cause)) {
            from(now, named);
        }
    }

    /** A place in the journal. */
    record Position(int partition, long offset) {}

    private void from(Instant instant, String named) {
        acceptedAt = header(TIME, instant.toString());
        cause = named;
        sources.values().forEach(source -> source.written().clear());
    }

    /** A report has a place of its own; of ticks and programmes there is one of an instant. */
    private static String nameOf(Entry entry) {
        Origin origin = entry.origin();
        return origin == null
                ? entry.content().getSchema().getName()
                : origin.getTopic() + "/" + origin.getPartition() + "/" + origin.getOffset();
    }

    /** The headers of a result; null: its key has ceased to exist. */
    RecordHeaders headers(Topic<?> topic, String key, @Nullable SpecificRecord value) {
        if (next != null) {
            name(next);
        }
        Source source = sources.computeIfAbsent(topic.name(), name -> Source.of(programme, topic));
        int nth = source.written().merge(key, 1, Integer::sum);
        RecordHeaders headers = new RecordHeaders();
        headers.add(VERSION);
        headers.add(header("ce_id", key + cause + (nth == 1 ? "" : "/" + nth)));
        headers.add(source.source());
        headers.add(value == null ? source.deleted() : source.type());
        headers.add(timeOf(value));
        headers.add(header("ce_subject", key));
        if (value != null) {
            headers.add(AVRO);
        }
        return headers;
    }

    /** A tick that jumps makes several steps, and an alert knows in which it changed. */
    private Header timeOf(@Nullable SpecificRecord value) {
        if (value instanceof AlertTransition transition) {
            return header(TIME, transition.getAt().toString());
        }
        return value instanceof Alert alert ? header(TIME, alert.getAt().toString()) : acceptedAt;
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
