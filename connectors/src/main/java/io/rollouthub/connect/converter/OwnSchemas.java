package io.rollouthub.connect.converter;

import io.rollouthub.report.EventKind;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The schemas of the hub's own records by their full names, and the subjects of all. */
final class OwnSchemas {
    static final Map<String, Schema> BY_NAME = Stream.concat(
                    EventKind.schemas().stream(),
                    Stream.of(Topics.OUTPUTS, List.of(Topics.JOURNAL, Topics.PROGRAMME))
                            .flatMap(List::stream)
                            .map(Topic::schema))
            .collect(Collectors.toUnmodifiableMap(Schema::getFullName, Function.identity()));

    private OwnSchemas() {}

    /** By topic and record name where a topic holds several record types, as the suppliers' do; else by topic. */
    static String subject(String topic, String recordName) {
        return SupplierTopics.ALL_IN.matcher(topic).matches()
                ? SupplierTopics.subject(topic, recordName)
                : topic + "-value";
    }
}
