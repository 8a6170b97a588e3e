package io.rollouthub.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.testkit.Npfit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the registry is asked at a start, which waits for each answer. */
class HubSchemasTest {
    private static final Map<String, String> SCHEMAS = HubSchemas.of(Npfit.PROGRAMME);
    private static final String SUBJECT = SCHEMAS.keySet().iterator().next();

    @Test
    void aNewRegistryIsAskedWhatItHasAndGivenEachSchemaAndItsCompatibility() throws Exception {
        try (CountingRegistry server = new CountingRegistry()) {
            start(server);
            assertThat(server.subjects()).isEqualTo(SCHEMAS.size());
            assertThat(SCHEMAS.keySet()).allMatch(subject -> Change.COMPATIBILITY.equals(server.levelOf(subject)));
            assertThat(server.asked()).isEqualTo(1 + 2 * SCHEMAS.size());
        }
    }

    @Test
    void oneThatHasThemAllIsAskedTwoThingsOfEach() throws Exception {
        try (CountingRegistry server = new CountingRegistry()) {
            start(server);
            server.asked();
            start(server);
            assertThat(server.asked()).isEqualTo(1 + 2 * SCHEMAS.size());
        }
    }

    @Test
    void aSubjectThatIsThereKeepsWhatItHasAndGetsWhatItLacks() throws Exception {
        try (CountingRegistry server = new CountingRegistry();
                SchemaRegistry client = server.client()) {
            start(server);
            assertThat(HubSchemas.changes(SCHEMAS, client)).isEmpty();
            client.requireCompatibility(SUBJECT, "NONE");
            assertThat(HubSchemas.changes(SCHEMAS, client))
                    .containsExactly(new Change.SetCompatibility(SUBJECT, "NONE"));
        }
    }

    /** As the first and any later start do. */
    private static void start(CountingRegistry server) {
        try (SchemaRegistry client = server.client()) {
            Provisioning.register(HubSchemas.changes(SCHEMAS, client), client);
        }
    }
}
