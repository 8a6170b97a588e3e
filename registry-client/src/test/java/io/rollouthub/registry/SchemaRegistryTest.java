package io.rollouthub.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaRegistryTest {
    private static final String SITE = """
            {"type":"record","name":"Site","namespace":"test","fields":[{"name":"name","type":"string"}]}""";
    private static final String SITE_WITH_BEDS = """
            {"type":"record","name":"Site","namespace":"test","fields":[{"name":"beds","type":"int"}]}""";

    private final SchemaRegistry registry = SchemaRegistry.inMemory();

    @Test
    void aSchemaIsFoundByTheIdUnderWhichItWasRegistered() {
        int site = registry.register("sites", SITE);
        int beds = registry.register("sites", SITE_WITH_BEDS);

        assertThat(site).isNotEqualTo(beds);
        assertThat(registry.schemaOf(site)).isEqualTo(SITE);
        assertThat(registry.schemaOf(beds)).isEqualTo(SITE_WITH_BEDS);
    }

    @Test
    void registeringASchemaAgainGivesTheIdItHas() {
        int id = registry.register("sites", SITE);

        assertThat(registry.register("sites", SITE)).isEqualTo(id);
        assertThat(registry.register("sites", SITE.replace(",", ", "))).isEqualTo(id);
        assertThat(registry.idOf("sites", SITE)).isEqualTo(id);
    }

    @Test
    void aSubjectWithoutSchemasKnowsNoSchema() {
        registry.register("other-sites", SITE);

        assertThatThrownBy(() -> registry.idOf("sites", SITE))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("registry at memory")
                .hasMessageContaining("sites");
    }

    @Test
    void aSubjectKnowsNoSchemaButItsOwn() {
        registry.register("sites", SITE);

        assertThatThrownBy(() -> registry.idOf("sites", SITE_WITH_BEDS)).isInstanceOf(UnknownSchemaException.class);
    }

    @Test
    void anIdThatWasNeverGivenIsUnknown() {
        assertThatThrownBy(() -> registry.schemaOf(4711))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("4711");
    }

    @Test
    void onlyRealCompatibilityLevelsCanBeRequired() {
        assertThatCode(() -> registry.requireCompatibility("sites", "BACKWARD_TRANSITIVE"))
                .doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> registry.requireCompatibility("sites", "SOMETIMES"))
                .withMessageContaining("SOMETIMES");
    }

    @Test
    void aRegistryThatCannotBeReachedIsUnavailableAndNamedByItsAddress() throws IOException {
        String address = "http://127.0.0.1:" + closedPort();
        try (SchemaRegistry unreachable = SchemaRegistry.at(address, Map.of())) {
            assertThat(unreachable.address()).isEqualTo(address);
            assertThatThrownBy(() -> unreachable.schemaOf(1))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining(address);
            assertThatThrownBy(() -> unreachable.register("sites", SITE))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining(address)
                    .hasMessageContaining("sites");
        }
    }

    @ParameterizedTest
    @CsvSource({"401, 40101", "403, 40301", "500, 50001", "503, 50003"})
    void aRegistryThatRefusesUsOrFailsIsUnavailable(int status, int errorCode) throws IOException {
        try (FakeRegistry fake = new FakeRegistry();
                SchemaRegistry client = fake.client()) {
            fake.answers(status, error(errorCode, "not now"));

            assertThatThrownBy(() -> client.schemaOf(1))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining(fake.address())
                    .hasMessageContaining("not now");
        }
    }

    @ParameterizedTest
    @CsvSource({"409, 409", "422, 42201"})
    void aSchemaThatTheRegistryRefusesIsIncompatible(int status, int errorCode) throws IOException {
        try (FakeRegistry fake = new FakeRegistry();
                SchemaRegistry client = fake.client()) {
            fake.answers(status, error(errorCode, "reader needs beds"));

            assertThatThrownBy(() -> client.register("sites", SITE))
                    .isInstanceOf(IncompatibleSchemaException.class)
                    .hasMessageContaining(fake.address())
                    .hasMessageContaining("sites")
                    .hasMessageContaining("reader needs beds");
        }
    }

    @Test
    void whatTheRegistrySaysIsUnknownIsUnknown() throws IOException {
        try (FakeRegistry fake = new FakeRegistry();
                SchemaRegistry client = fake.client()) {
            fake.answers(404, error(40403, "Schema not found"));
            assertThatThrownBy(() -> client.schemaOf(1)).isInstanceOf(UnknownSchemaException.class);

            fake.answers(404, error(40401, "Subject not found"));
            assertThatThrownBy(() -> client.idOf("sites", SITE)).isInstanceOf(UnknownSchemaException.class);
        }
    }

    /** A wrong address, or a proxy whose registry is just starting: no supplier is to blame. */
    @ParameterizedTest
    @ValueSource(strings = {"<html>Not Found</html>", "", "{\"error_code\":404,\"message\":\"HTTP 404 Not Found\"}"})
    void aServerThatIsNoRegistryKnowsNothingAboutSchemas(String body) throws IOException {
        try (FakeRegistry fake = new FakeRegistry();
                SchemaRegistry client = fake.client()) {
            fake.answers(404, body);

            assertThatThrownBy(() -> client.schemaOf(1))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining(fake.address());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax = \\\"proto3\\\";\"}",
                "{\"schemaType\":\"JSON\",\"schema\":\"{}\"}",
                "{\"schemaType\":\"JSON\",\"schema\":\"{}\",\"references\":[{\"name\":\"n\",\"subject\":\"s\",\"version\":1}]}",
                "{\"schema\":\"{\\\"type\\\":\\\"strung\\\"}\"}"
            })
    void aSchemaInAnotherLanguageIsNoneOfOurs(String body) throws IOException {
        try (FakeRegistry fake = new FakeRegistry();
                SchemaRegistry client = fake.client()) {
            fake.answers(200, body);

            assertThatThrownBy(() -> client.schemaOf(7))
                    .isInstanceOf(UnknownSchemaException.class)
                    .hasMessageContaining("7")
                    .hasMessageContaining("no schema in Avro");
        }
    }

    @Test
    void aSchemaIsAskedForOnce() throws IOException {
        try (FakeRegistry fake = new FakeRegistry();
                SchemaRegistry client = fake.client()) {
            fake.answers(200, "{\"schema\":\"\\\"string\\\"\"}");

            assertThat(client.schemaOf(7)).isEqualTo("\"string\"");
            assertThat(client.schemaOf(7)).isEqualTo("\"string\"");
            assertThat(fake.asked()).containsExactly("GET /schemas/ids/7");
        }
    }

    @Test
    void aFailedOrMissingAnswerIsAskedForAgain() throws IOException {
        try (FakeRegistry fake = new FakeRegistry();
                SchemaRegistry client = fake.client()) {
            fake.answers(500, error(50001, "store is down"));
            assertThatThrownBy(() -> client.schemaOf(7)).isInstanceOf(RegistryUnavailableException.class);
            fake.answers(404, error(40403, "Schema not found"));
            assertThatThrownBy(() -> client.schemaOf(7)).isInstanceOf(UnknownSchemaException.class);

            fake.answers(200, "{\"schema\":\"\\\"string\\\"\"}");

            assertThat(client.schemaOf(7)).isEqualTo("\"string\"");
        }
    }

    @Test
    void theCompatibilityOfOneSubjectOrOfAllIsSet() throws IOException {
        try (FakeRegistry fake = new FakeRegistry();
                SchemaRegistry client = fake.client()) {
            fake.answers(200, "{\"compatibility\":\"BACKWARD_TRANSITIVE\"}");

            client.requireCompatibility("sites", "BACKWARD_TRANSITIVE");
            client.requireCompatibility(null, "BACKWARD_TRANSITIVE");

            assertThat(fake.asked())
                    .containsExactly(
                            "PUT /config/sites {\"compatibility\":\"BACKWARD_TRANSITIVE\"}",
                            "PUT /config {\"compatibility\":\"BACKWARD_TRANSITIVE\"}");
        }
    }

    @ParameterizedTest
    @CsvSource({"40401", "40408"})
    void aSubjectWithoutACompatibilityOfItsOwnHasNone(int errorCode) throws IOException {
        try (FakeRegistry fake = new FakeRegistry();
                SchemaRegistry client = fake.client()) {
            fake.answers(404, error(errorCode, "not configured"));
            assertThat(client.compatibility("sites")).isNull();

            fake.answers(200, "{\"compatibilityLevel\":\"NONE\"}");
            assertThat(client.compatibility("sites")).isEqualTo("NONE");
        }
    }

    @Test
    void whoeverIsRefusedIsToldFromOneWhoFindsNobody() throws IOException {
        try (FakeRegistry fake = new FakeRegistry();
                SchemaRegistry client = fake.client()) {
            fake.answers(401, error(40101, "who are you"));
            assertThatThrownBy(() -> client.compatibility(null))
                    .isInstanceOfSatisfying(RegistryUnavailableException.class, e -> assertThat(e.isRefusal())
                            .isTrue());
            fake.answers(404, "no such page");
            assertThatThrownBy(() -> client.compatibility(null))
                    .isInstanceOfSatisfying(RegistryUnavailableException.class, e -> assertThat(e.isRefusal())
                            .isFalse());
        }
    }

    @Test
    void theSubjectsOfASchemaAreToldAfreshEachTime() {
        int id = registry.register("sites", SITE);
        assertThat(registry.subjectsOf(id)).containsExactly("sites");

        registry.register("other-sites", SITE);
        registry.register("other-sites", SITE_WITH_BEDS);

        assertThat(registry.subjectsOf(id)).containsExactlyInAnyOrder("sites", "other-sites");
    }

    @Test
    void aSubjectInAContextIsCalledByItsName() throws IOException {
        try (FakeRegistry fake = new FakeRegistry();
                SchemaRegistry client = fake.client()) {
            fake.answers(200, "[{\"subject\":\":.hub:sites\",\"version\":1},{\"subject\":\"a:.b:c\",\"version\":2}]");

            assertThat(client.subjectsOf(7)).containsExactlyInAnyOrder("sites", "a:.b:c");
            assertThat(fake.asked()).containsExactly("GET /schemas/ids/7/versions");
        }
    }

    @Test
    void aSchemaThatIsNotThereStandsUnderNoSubject() throws IOException {
        try (FakeRegistry fake = new FakeRegistry();
                SchemaRegistry client = fake.client()) {
            fake.answers(404, error(40403, "Schema not found"));
            assertThat(client.subjectsOf(7)).isEmpty();
        }
    }

    /** Others than Confluent's need not have that question; that is no reason to wait. */
    @ParameterizedTest
    @CsvSource({"404, ''", "404, <html>Not Found</html>", "405, ''", "501, not implemented"})
    void aRegistryWithoutTheQuestionForSubjectsSaysNothingAboutThem(int status, String body) throws IOException {
        try (FakeRegistry fake = new FakeRegistry();
                SchemaRegistry client = fake.client()) {
            fake.answers(status, body);
            assertThat(client.subjectsOf(7)).isNull();

            fake.answers(404, error(404, "HTTP 404 Not Found"));
            assertThat(client.subjectsOf(7)).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"401, 40101", "500, 50001", "503, 50003"})
    void aRegistryThatFailsIsUnavailableForSubjectsToo(int status, int errorCode) throws IOException {
        try (FakeRegistry fake = new FakeRegistry();
                SchemaRegistry client = fake.client()) {
            fake.answers(status, error(errorCode, "not now"));

            assertThatThrownBy(() -> client.subjectsOf(7)).isInstanceOf(RegistryUnavailableException.class);
        }
    }

    private static String error(int code, String message) {
        return "{\"error_code\":" + code + ",\"message\":\"" + message + "\"}";
    }

    /** A port of this machine at which nobody listens. */
    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
