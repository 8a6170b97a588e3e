package io.rollouthub.topology;

import io.rollouthub.domain.ledger.Result;
import io.rollouthub.domain.ledger.Result.AlertRow;
import io.rollouthub.domain.ledger.Result.Transition;
import io.rollouthub.entry.Entry;
import io.rollouthub.journal.Origin;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.report.OriginKey;
import io.rollouthub.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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
    /** What figures follow from, and when. */
    private String position = "";

    private Header now = header(TIME, "");
    /** The entry at hand, and what it is called as soon as anything follows from it. */
    private @Nullable Entry entry;

    private @Nullable String named;
    private String first = "";
    private int repeats;

    /** What is the same in all events of a topic, and how often each key's figures have been written at the position. */
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

    /** The entry of the journal from which the next results come that are no figures. */
    void from(Entry entry) {
        this.entry = entry;
        named = null;
    }

    /** Most reports lead to nothing before the next round, so what they are called is made only where it is needed. */
    private String nameOfEntry() {
        if (named == null) {
            Entry at = Objects.requireNonNull(entry);
            String name = "@" + at.acceptedAt() + "/" + nameOf(at);
            repeats = name.equals(first) ? repeats + 1 : 1;
            first = name;
            named = repeats == 1 ? name : name + "/again-" + repeats;
        }
        return named;
    }

    /**
     * Figures are told, worked out when all entries before a position of the journal were applied.
     *
     * @param at the partition of the journal and the position
     * @param now the instant of the entry before it
     */
    void figures(Position at, Instant now) {
        this.now = header(TIME, now.toString());
        String before = position;
        position = "@journal/" + at.partition() + "/" + at.offset();
        if (!position.equals(before)) {
            sources.values().forEach(source -> source.written().clear());
        }
    }

    /** A place in the journal. */
    record Position(int partition, long offset) {}

    /**
     * The headers of figures, or of what follows from the entry at hand.
     *
     * @param isFigures whether they are told in a round
     */
    RecordHeaders headers(Topic<?> topic, Result result, boolean isFigures) {
        Source source = sources.computeIfAbsent(topic.name(), name -> Source.of(programme, topic));
        SpecificRecord value = result.value();
        RecordHeaders headers = new RecordHeaders();
        headers.add(VERSION);
        headers.add(header("ce_id", result.key() + cause(source, result, isFigures)));
        headers.add(source.source());
        headers.add(value == null ? source.deleted() : source.type());
        headers.add(timeOf(value, isFigures));
        headers.add(header("ce_subject", result.key()));
        if (value != null) {
            headers.add(AVRO);
        }
        return headers;
    }

    /** In a cluster something is due at an instant once, whatever tick or report lets time come so far. */
    private String cause(Source source, Result result, boolean isFigures) {
        Instant due = dueAt(result);
        if (due != null) {
            return "@" + due + "/due";
        }
        if (!isFigures) {
            return nameOfEntry();
        }
        int nth = source.written().merge(result.key(), 1, Integer::sum);
        return position + (nth == 1 ? "" : "/" + nth);
    }

    private static @Nullable Instant dueAt(Result result) {
        if (result instanceof Transition transition && transition.isByTime()) {
            return transition.value().getAt();
        }
        return result instanceof AlertRow alert && alert.isByTime()
                ? alert.value().getAt()
                : null;
    }

    /** A report has a place of its own; of ticks and programmes there is one of an instant. */
    private static String nameOf(Entry entry) {
        Origin origin = entry.origin();
        return origin == null
                ? entry.content().getSchema().getName()
                : OriginKey.of(origin).toString();
    }

    /** A tick that jumps makes several steps, and an alert knows in which it changed. */
    private Header timeOf(@Nullable SpecificRecord value, boolean isFigures) {
        if (value instanceof AlertTransition transition) {
            return header(TIME, transition.getAt().toString());
        }
        if (value instanceof Alert alert) {
            return header(TIME, alert.getAt().toString());
        }
        return isFigures
                ? now
                : header(TIME, Objects.requireNonNull(entry).acceptedAt().toString());
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
