package io.rollouthub.hub.doctor;

import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.registry.UnknownSchemaException;
import io.rollouthub.topic.Topics;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the registry tells under which subjects a schema stands, as the gate asks of each that a supplier names. */
record SubjectsCheck(SchemaRegistry registry, Findings findings) {
    private static final String WHAT = "subjects";

    /** By a schema of which it is known where it stands. */
    void look() {
        String subject = Topics.JOURNAL.subject();
        int id;
        try {
            id = registry.idOf(subject, Topics.JOURNAL.schema().toString());
        } catch (UnknownSchemaException e) {
            return; // not registered yet, which is told of it anyway
        }
        tell(id, subject, registry.subjectsOf(id));
    }

    private void tell(int id, String subject, @Nullable Set<String> subjects) {
        String question = "GET /schemas/ids/" + id + "/versions";
        if (subjects == null) {
            findings.ok(
                    WHAT,
                    "the registry does not tell under which a schema stands (" + question
                            + "), so the gate takes any schema of the four records from any supplier");
        } else if (subjects.contains(subject)) {
            findings.ok(WHAT, "a supplier's record needs a schema under a subject of its topic");
        } else {
            findings.wrong(
                    WHAT,
                    "the registry does not name " + subject + " among those of schema " + id + " (" + question
                            + "), though it has it there: the gate may refuse what suppliers send with good schemas",
                    "Raise the registry to a version that names them all, or use another.");
        }
    }
}
