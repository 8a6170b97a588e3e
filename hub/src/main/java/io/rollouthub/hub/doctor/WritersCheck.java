package io.rollouthub.hub.doctor;

import io.rollouthub.reader.Connection;
import io.rollouthub.registry.IncompatibleSchemaException;
import io.rollouthub.registry.RegistryUnavailableException;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.registry.UnknownSchemaException;
import io.rollouthub.runtime.Change;
import io.rollouthub.topic.Topics;

/**
 * Whether somebody without a login may write to the registry, as a supplier could then: tried by setting the compatibility of a
 * subject of the hub's to what it has to be anyway, so that nothing is another for it.
 */
record WritersCheck(Connection hub, Findings findings) {
    private static final String WHAT = "writers";

    void look() {
        if (!mayWrite()) {
            findings.ok(WHAT, "the registry takes no writes from one without a login");
        } else if (asksWhoComes()) {
            findings.wrong(
                    WHAT,
                    "whoever reaches the registry at " + hub.registry().address()
                            + " may register, delete and configure schemas, a supplier too",
                    "Have it ask who writes, or have suppliers come by a proxy that lets look-ups through alone:"
                            + " docs/transport.md.");
        } else {
            findings.ok(WHAT, "whoever reaches the registry may write, as on this Kafka");
        }
    }

    private boolean mayWrite() {
        String subject = Topics.JOURNAL.subject();
        try (SchemaRegistry registry = hub.registry().withoutLogin()) {
            if (!Change.COMPATIBILITY.equals(registry.compatibility(subject))) {
                return false; // not prepared, or hidden; told of the schemas
            }
            registry.requireCompatibility(subject, Change.COMPATIBILITY);
            return true;
        } catch (RegistryUnavailableException | IncompatibleSchemaException | UnknownSchemaException refused) {
            return false;
        }
    }

    private boolean asksWhoComes() {
        String protocol = hub.kafka().getOrDefault("security.protocol", "PLAINTEXT");
        return !protocol.equals("PLAINTEXT");
    }
}
