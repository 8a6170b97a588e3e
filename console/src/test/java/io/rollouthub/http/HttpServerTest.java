package io.rollouthub.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.javalin.http.BadRequestResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.rollouthub.http.HttpSettings.Credentials;
import io.rollouthub.http.HttpSettings.TrustedProxy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The rules of a real server on a free port, asked over a real connection. */
class HttpServerTest {
    private static final HttpSettings LOOPBACK = HttpSettings.loopback(0);
    private static final Credentials CREDENTIALS = new Credentials("watcher", "søster:1");

    /** What is served here: a greeting, a probe, and what goes wrong. */
    private static final class Few implements Routes {
        @Override
        public void addTo(JavalinDefaultRoutingApi routes) {
            routes.get("/hello", context -> context.result("hello"));
            routes.get("/health", context -> context.result("well"));
            routes.get("/broken", context -> {
                throw new IllegalStateException("the secret inside");
            });
            routes.get("/refused", context -> {
                throw new BadRequestResponse("There is no page 0.");
            });
        }

        @Override
        public Set<String> open() {
            return Set.of("/health");
        }
    }

    /** What goes wrong here is meant to. */
    @BeforeAll
    static void beQuiet() {
        for (String logger : List.of(HttpServer.class.getName(), "io.javalin.Javalin")) {
            ((Logger) LoggerFactory.getLogger(logger)).setLevel(Level.OFF);
        }
    }

    @Test
    void tellsBrowsersToBeStrictWithEveryAnswer() {
        try (HttpServer server = start(LOOPBACK)) {
            for (String path : List.of("/hello", "/nothing", "/broken")) {
                Answer answer = Answer.get(server, path);
                assertThat(answer.header("content-security-policy"))
                        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe", "http:", "https:", "*");
                assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
                assertThat(answer.header("x-frame-options")).isEqualTo("DENY");
                assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
                assertThat(answer.header("server")).isNull();
            }
        }
    }

    @Test
    void answersOnlyToItsOwnNames() {
        try (HttpServer server =
                start(new HttpSettings("127.0.0.1", 0, Set.of("hub.example.org"), null, null, false))) {
            for (String host : List.of(
                    "127.0.0.1:" + server.port(),
                    "localhost",
                    "LOCALHOST:1",
                    "[::1]:8080",
                    "10.1.2.3:8080",
                    "Hub.Example.org")) {
                assertThat(Answer.of(server, "GET", "/hello", Map.of("Host", host))
                                .status())
                        .as(host)
                        .isEqualTo(200);
            }
            for (String host : List.of(
                    "evil.example.org", "127.0.0.1.evil.example.org", "hub.example.org.evil.org", "localhost.evil")) {
                Answer answer = Answer.of(server, "GET", "/hello", Map.of("Host", host));
                assertThat(answer.status()).as(host).isEqualTo(403);
                assertThat(answer.body()).contains("http.allowed-hosts").doesNotContain("hello");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"})
    void onlyTells(String method) {
        try (HttpServer server = start(LOOPBACK)) {
            Answer answer = Answer.of(server, method, "/hello", Map.of("Content-Length", "0"));
            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.header("allow")).isEqualTo("GET, HEAD");
            assertThat(Answer.of(server, "HEAD", "/hello", Map.of()).status()).isEqualTo(200);
        }
    }

    @Test
    void errorsAreSentencesAndShowNothingOfTheInside() {
        try (HttpServer server = start(LOOPBACK)) {
            assertThat(Answer.get(server, "/refused").status()).isEqualTo(400);
            assertThat(Answer.get(server, "/refused").body()).isEqualTo("{\"error\":\"There is no page 0.\"}");
            assertThat(Answer.get(server, "/broken").status()).isEqualTo(500);
            assertThat(Answer.get(server, "/broken").body())
                    .startsWith("{\"error\":\"")
                    .doesNotContain("secret", "Exception", "\tat ");
            assertThat(Answer.get(server, "/nothing").status()).isEqualTo(404);
            assertThat(Answer.get(server, "/nothing").body())
                    .isEqualTo("{\"error\":\"There is nothing at this path.\"}");
            Answer bad = Answer.get(server, "/%zz");
            assertThat(bad.status()).isEqualTo(400);
            assertThat(bad.body()).startsWith("{\"error\":\"").doesNotContain("Exception", "jetty");
        }
    }

    @Test
    void asksForCredentialsIfThereAreAnyButNotOfProbes() {
        try (HttpServer server = start(new HttpSettings("127.0.0.1", 0, Set.of(), CREDENTIALS, null, false))) {
            Answer unknown = Answer.get(server, "/hello");
            assertThat(unknown.status()).isEqualTo(401);
            assertThat(unknown.header("www-authenticate")).startsWith("Basic realm=");
            assertThat(unknown.body()).doesNotContain("hello");
            assertThat(withPassword(server, "watcher:søster:1").status()).isEqualTo(200);
            for (String wrong : List.of("watcher:søster:2", "watcher:", "watcher", ":", "Watcher:søster:1")) {
                assertThat(withPassword(server, wrong).status()).as(wrong).isEqualTo(401);
                assertThat(withPassword(server, "watcher:søster:1").status()).isEqualTo(200);
            }
            assertThat(Answer.of(server, "GET", "/hello", Map.of("Authorization", "Basic ~~~"))
                            .status())
                    .isEqualTo(401);
            assertThat(Answer.get(server, "/health").status()).isEqualTo(200);
        }
    }

    @Test
    void trustsAProxyOnlyWhereItStands() {
        TrustedProxy here = new TrustedProxy("X-Forwarded-User", List.of(AddressRange.of("127.0.0.0/8")));
        TrustedProxy elsewhere = new TrustedProxy("X-Forwarded-User", List.of(AddressRange.of("10.0.0.7")));
        Map<String, String> said = Map.of("X-Forwarded-User", "ann");
        try (HttpServer server = start(new HttpSettings("127.0.0.1", 0, Set.of(), null, here, false))) {
            assertThat(Answer.of(server, "GET", "/hello", said).status()).isEqualTo(200);
            assertThat(Answer.get(server, "/hello").status()).isEqualTo(401);
            assertThat(Answer.of(server, "GET", "/hello", Map.of("X-Forwarded-User", " "))
                            .status())
                    .isEqualTo(401);
        }
        try (HttpServer server = start(new HttpSettings("127.0.0.1", 0, Set.of(), null, elsewhere, false))) {
            assertThat(Answer.of(server, "GET", "/hello", said).status()).isEqualTo(401);
        }
    }

    @Test
    void doesNotListenWhereOthersReachItWithoutKnowingWhoAsks() {
        assertThatThrownBy(() -> start(new HttpSettings("0.0.0.0", 0, Set.of(), null, null, false)))
                .isInstanceOf(HttpServer.HttpStartException.class)
                .hasMessageContaining("0.0.0.0")
                .hasMessageContaining("http.user")
                .hasMessageContaining("http.trusted-proxies");
        try (HttpServer server = start(new HttpSettings("0.0.0.0", 0, Set.of(), CREDENTIALS, null, false))) {
            assertThat(server.address()).isEqualTo("http://127.0.0.1:" + server.port() + "/");
            assertThat(Answer.get(server, "/hello").status()).isEqualTo(401);
        }
    }

    @Test
    void saysThatItsPortIsTaken() {
        try (HttpServer first = start(LOOPBACK)) {
            assertThatThrownBy(() -> start(HttpSettings.loopback(first.port())))
                    .isInstanceOf(HttpServer.HttpStartException.class)
                    .hasMessageContaining("127.0.0.1:" + first.port())
                    .hasMessageContaining("http.port");
        }
    }

    @Test
    void takesTheNextFreePortWhereThatWillDo() {
        try (HttpServer first = start(LOOPBACK);
                HttpServer second = start(LOOPBACK.near(first.port()))) {
            assertThat(second.port()).isGreaterThan(first.port());
            assertThat(Answer.get(second, "/hello").body()).isEqualTo("hello");
        }
    }

    private static HttpServer start(HttpSettings settings) {
        return HttpServer.start(settings, List.of(new Few()));
    }

    private static Answer withPassword(HttpServer server, String credentials) {
        return Answer.of(
                server,
                "GET",
                "/hello",
                Map.of(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8))));
    }
}
