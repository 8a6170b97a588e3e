package io.rollouthub.runtime;

import io.rollouthub.programme.Programme;
import io.rollouthub.registry.RegistryUnavailableException;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.registry.UnknownSchemaException;
import io.rollouthub.report.EventKind;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.ToldTopics;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.LedgerStores;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every schema that has to be registered, by its subject. */
public final class HubSchemas {
    /** As many subjects as Apicurio tells of unless it is set up otherwise. */
    private static final int MOST_LISTED = 1_000;

    private HubSchemas() {}

    /** Those of the hub's own topics and stores, and those of each supplier's topic if there is a programme. */
    public static Map<String, String> of(@Nullable Programme programme) {
        Map<String, String> schemas = new LinkedHashMap<>();
        Stream.of(
                        Topics.FEEDS,
                        List.of(ToldTopics.IMPORT, SupplierTopics.VERDICTS),
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

    /**
     * What the registry lacks of these. Of a subject that it does not have nothing is asked: in one that is new, as at each
     * first start, that is all of them.
     */
    public static List<Change> changes(Map<String, String> schemas, SchemaRegistry registry) {
        Set<String> missing = missing(schemas.keySet(), registry);
        return schemas.entrySet().parallelStream()
                .flatMap(schema -> missing.contains(schema.getKey())
                        ? Stream.of(
                                new Change.Register(schema.getKey(), schema.getValue()),
                                new Change.SetCompatibility(schema.getKey(), null))
                        : changes(schema.getKey(), schema.getValue(), registry))
                .toList();
    }

    /** None if it does not tell of all that it has, or must not: then each has to be asked for. */
    private static Set<String> missing(Set<String> wanted, SchemaRegistry registry) {
        Set<String> missing = new HashSet<>(wanted);
        try {
            Set<String> there = registry.subjects();
            if (there.size() >= MOST_LISTED) {
                return Set.of();
            }
            missing.removeAll(there);
            return missing;
        } catch (RegistryUnavailableException e) {
            return Set.of(); // should nothing be answered at all, the next question says so
        }
    }

    private static Stream<Change> changes(String subject, String schema, SchemaRegistry registry) {
        List<Change> changes = new ArrayList<>();
        if (!isRegistered(subject, schema, registry)) {
            changes.add(new Change.Register(subject, schema));
        }
        String compatibility = registry.compatibility(subject);
        if (!Change.COMPATIBILITY.equals(compatibility)) {
            changes.add(new Change.SetCompatibility(subject, compatibility));
        }
        return changes.stream();
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
