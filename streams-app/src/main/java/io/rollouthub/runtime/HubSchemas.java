package io.rollouthub.runtime;

import io.rollouthub.programme.Programme;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.registry.UnknownSchemaException;
import io.rollouthub.report.EventKind;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.ToldTopics;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.LedgerStores;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every schema that has to be registered, by its subject. */
public final class HubSchemas {
    private HubSchemas() {}

    /** Those of the hub's own topics and stores, and those of each supplier's topic if there is a programme. */
    public static Map<String, String> of(@Nullable Programme programme) {
        Map<String, String> schemas = new LinkedHashMap<>();
        Stream.of(
                        List.of(Topics.CONTROL, Topics.PROGRAMME, Topics.JOURNAL, ToldTopics.IMPORT),
                        Topics.OF_LEDGER,
                        LedgerStores.schemas())
                .flatMap(List::stream)
                .forEach(topic -> schemas.put(topic.subject(), topic.schema().toString()));
        if (programme != null) {
            programme
                    .getSuppliers()
                    .forEach(supplier -> schemas.putAll(ofEvents(SupplierTopics.in(supplier.getSupplier()))));
        }
        return schemas;
    }

    /** Those of the four events on a supplier's topic. */
    static Map<String, String> ofEvents(String topic) {
        Map<String, String> schemas = new LinkedHashMap<>();
        EventKind.schemas()
                .forEach(event -> schemas.put(SupplierTopics.subject(topic, event.getFullName()), event.toString()));
        return schemas;
    }

    /** What the registry lacks of these. */
    public static List<Change> changes(Map<String, String> schemas, SchemaRegistry registry) {
        return schemas.entrySet().parallelStream()
                .flatMap(schema -> changes(schema.getKey(), schema.getValue(), registry).stream())
                .toList();
    }

    private static List<Change> changes(String subject, String schema, SchemaRegistry registry) {
        List<Change> changes = new ArrayList<>();
        if (!isRegistered(subject, schema, registry)) {
            changes.add(new Change.Register(subject, schema));
        }
        String compatibility = registry.compatibility(subject);
        if (!Change.COMPATIBILITY.equals(compatibility)) {
            changes.add(new Change.SetCompatibility(subject, compatibility));
        }
        return changes;
    }

    private static boolean isRegistered(String subject, String schema, SchemaRegistry registry) {
        try {
            registry.idOf(subject, schema);
            return true;
        } catch (UnknownSchemaException e) {
            return false;
        }
    }
}
