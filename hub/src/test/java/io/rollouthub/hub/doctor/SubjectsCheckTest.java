package io.rollouthub.hub.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.rollouthub.registry.SchemaRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubjectsCheckTest {
    private final StringWriter out = new StringWriter();

    @Test
    void aRegistryThatTellsIsWell() throws IOException {
        assertThat(look(200, "[{\"subject\":\"rollout.journal-value\",\"version\":1}]"))
                .isZero();
        assertThat(out.toString())
                .isEqualToIgnoringNewLines(
                        "ok     subjects: a supplier's record needs a schema under a subject of its topic");
    }

    @Test
    void aRegistryThatDoesNotTellIsNoFaultButSaid() throws IOException {
        assertThat(look(405, "")).isZero();
        assertThat(out.toString())
                .startsWith("ok     subjects: the registry does not tell under which a schema stands"
                        + " (GET /schemas/ids/7/versions), so the gate takes any schema");
    }

    @Test
    void aRegistryThatLeavesOutASubjectIsWrong() throws IOException {
        assertThat(look(200, "[]")).isEqualTo(1);
        assertThat(out.toString())
                .contains("WRONG  subjects: the registry does not name rollout.journal-value among those of schema 7")
                .contains("-> Raise the registry");
    }

    @Test
    void beforeTheSchemasAreThereNothingIsSaid() throws IOException {
        try (SchemaRegistry empty = SchemaRegistry.inMemory()) {
            new SubjectsCheck(empty, new Findings(new PrintWriter(out))).look();
        }
        assertThat(out.toString()).isEmpty();
    }

    /** How much is wrong with a registry that says this of the subjects of schema 7, as which it knows the journal's. */
    private int look(int status, String subjects) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            boolean asksForSubjects = exchange.getRequestURI().getPath().equals("/schemas/ids/7/versions");
            byte[] body = (asksForSubjects
                            ? subjects
                            : "{\"subject\":\"rollout.journal-value\",\"version\":1,\"id\":7,\"schema\":\"\\\"string\\\"\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(asksForSubjects ? status : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String address = "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
        try (SchemaRegistry registry = SchemaRegistry.at(address, Map.of())) {
            Findings findings = new Findings(new PrintWriter(out));
            new SubjectsCheck(registry, findings).look();
            return findings.wrong();
        } finally {
            server.stop(0);
        }
    }
}
