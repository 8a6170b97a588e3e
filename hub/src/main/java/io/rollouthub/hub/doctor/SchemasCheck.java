package io.rollouthub.hub.doctor;

import io.rollouthub.programme.Programme;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.runtime.Change;
import io.rollouthub.runtime.HubSchemas;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Each schema: whether it is registered, and what may come after it. */
final class SchemasCheck {
    private SchemasCheck() {}

    static void look(SchemaRegistry registry, @Nullable Programme programme, Findings findings) {
        Map<String, String> schemas = HubSchemas.of(programme);
        List<Change> changes = HubSchemas.changes(schemas, registry);
        for (String subject : schemas.keySet()) {
            String wrong = changes.stream()
                    .filter(change -> change.about().equals(subject))
                    .map(SchemasCheck::difference)
                    .collect(Collectors.joining(", "));
            if (wrong.isEmpty()) {
                findings.ok("schema " + subject, "registered, " + Change.COMPATIBILITY);
            } else {
                findings.wrong("schema " + subject, wrong, Doctor.APPLY);
            }
        }
    }

    private static String difference(Change change) {
        if (change instanceof Change.SetCompatibility set) {
            return "compatibility is " + (set.from() == null ? "not set" : set.from()) + " instead of "
                    + Change.COMPATIBILITY;
        }
        return "not registered";
    }
}
