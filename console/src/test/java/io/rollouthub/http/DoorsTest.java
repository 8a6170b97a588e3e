package io.rollouthub.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.rollouthub.http.HttpSettings.Credentials;
import io.rollouthub.http.HttpSettings.TrustedProxy;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What somebody tries who is not to get in, or wants nobody else to, on a real server over real connections. */
class DoorsTest {
    private static final String PASSWORD = "correct horse battery";
    private static final HttpSettings ASKING =
            new HttpSettings("127.0.0.1", 0, Set.of(), new Credentials("watcher", PASSWORD), null, false);
    private static final ConnectionLimits.Limits SHORT =
            new ConnectionLimits.Limits(3, 5, Duration.ofMillis(700), Duration.ofMillis(700));

    /** A probe that anybody may ask, and everything else. */
    private static final class AllPaths implements Routes {
        @Override
        public void addTo(JavalinDefaultRoutingApi routes) {
            routes.get("/health/live", context -> context.result("well"));
            routes.get("/large", context -> context.result(new byte[64 << 20]));
            routes.get("/", context -> context.result("inside"));
            routes.get("/<path>", context -> context.result("inside"));
        }

        @Override
        public Set<String> open() {
            return Set.of("/health/live");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/x/../../health/live",
                "/x/../health/live",
                "/health/live/../../x",
                "/x/%2e%2e/health/live",
                "/x/%2E%2E/%2E%2E/health/live",
                "/x/..%2fhealth/live",
                "/./health/live",
                "//health/live",
                "/health//live",
                "/x/..;/health/live",
                "/health/live;x=y",
                "/health/live%00",
                "/health%5clive",
                "/health\\live",
                "/%252e%252e/health/live",
                "/x/..",
                "/%u002e/health/live",
                "/health/live%0d%0aX: y",
                "http://127.0.0.1/x/../health/live",
            })
    void aPathWithTwoReadingsIsRefusedBeforeAnythingElse(String path) {
        try (HttpServer server = start(ASKING, ConnectionLimits.Limits.USUAL)) {
            Answer answer = Answer.get(server, path);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).startsWith("{\"error\":").doesNotContain("inside", "well");
            assertThat(answer.header("content-security-policy")).isNotNull();
            assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/HEALTH/LIVE", "/health/live/", "/health/liv%65", "/health/live.", "/health/live/x", "/x"})
    void aPathThatIsNotExactlyAProbesIsNone(String path) {
        try (HttpServer server = start(ASKING, ConnectionLimits.Limits.USUAL)) {
            assertThat(Answer.get(server, path).status()).isEqualTo(401);
            assertThat(Answer.get(server, "/health/live").body()).isEqualTo("well");
            assertThat(shows(server, PASSWORD, "/alerts/london/MISSED/a%20b").body())
                    .isEqualTo("inside");
        }
    }

    @Test
    void aNameOfSomebodyElsesGetsNothingWhereverItStands() {
        try (HttpServer server = start(HttpSettings.loopback(0), ConnectionLimits.Limits.USUAL)) {
            String here = "127.0.0.1:" + server.port();
            for (String path : List.of("/", "http://evil.example.org/", "http://" + here + "/")) {
                Answer answer = Answer.of(server, "GET", path, Map.of("Host", "evil.example.org"));
                assertThat(answer.status()).as(path).isIn(400, 403);
                assertThat(answer.body()).doesNotContain("inside");
            }
            assertThat(Answer.of(server, "GET", "http://evil.example.org/", Map.of("Host", here))
                            .status())
                    .isIn(400, 403);
        }
    }

    @Test
    void nothingIsTakenFromAnotherSiteOrFromAnybody() {
        try (HttpServer server = start(HttpSettings.loopback(0), ConnectionLimits.Limits.USUAL)) {
            Map<String, String> foreign = Map.of("Origin", "http://evil.example.org", "Content-Length", "0");
            assertThat(Answer.of(server, "POST", "/", foreign).status()).isEqualTo(405);
            Answer read = Answer.of(server, "GET", "/", foreign);
            assertThat(read.header("access-control-allow-origin")).isNull();
            assertThat(read.header("cross-origin-resource-policy")).isEqualTo("same-origin");
        }
    }

    @Test
    void whatIsTooLargeIsRefused() {
        try (HttpServer server = start(HttpSettings.loopback(0), ConnectionLimits.Limits.USUAL)) {
            assertThat(Answer.get(server, "/" + "a".repeat(9_000)).status()).isEqualTo(414);
            Answer headers = Answer.of(server, "GET", "/", Map.of("X", "a".repeat(9_000)));
            assertThat(headers.status()).isEqualTo(431);
            assertThat(headers.header("content-security-policy")).isNotNull();
            for (Map<String, String> content :
                    List.of(Map.of("Content-Length", "1"), Map.of("Transfer-Encoding", "chunked"))) {
                assertThat(Answer.of(server, "GET", "/", content).status()).isEqualTo(413);
            }
        }
    }

    @Test
    void whoAsksTooSlowlyIsSentAway() throws Exception {
        try (HttpServer server = start(HttpSettings.loopback(0), SHORT);
                Socket silent = connect(server, 1);
                Socket slow = connect(server, 2)) {
            slow.getOutputStream().write("GET / HTTP/1.1\r\n".getBytes(StandardCharsets.UTF_8));
            Awaitility.await().pollInterval(Duration.ofMillis(50)).until(() -> {
                try {
                    slow.getOutputStream().write('x'); // never idle
                    return false;
                } catch (SocketException e) {
                    return true;
                }
            });
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
            assertThat(Answer.get(server, "/").body()).isEqualTo("inside");
        }
    }

    @Test
    void whoTakesHisAnswerTooSlowlyIsSentAway() throws Exception {
        try (HttpServer server = start(HttpSettings.loopback(0), SHORT);
                Socket slow = connect(server, 1)) {
            slow.getOutputStream()
                    .write(("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            long[] taken = new long[1];
            Awaitility.await().pollInterval(Duration.ofMillis(20)).until(() -> {
                try {
                    int read = slow.getInputStream().read(new byte[1_000]);
                    taken[0] += Math.max(0, read);
                    return read < 0 || slowlyGone(slow, taken[0]);
                } catch (SocketException e) {
                    return true;
                }
            });
            assertThat(taken[0]).isLessThan(64 << 20);
        }
    }

    /** Once the server has hung up, what is in the buffers of both ends is taken at once. */
    private static boolean slowlyGone(Socket slow, long taken) throws IOException {
        if (taken < 100_000) {
            return false;
        }
        slow.getInputStream().transferTo(OutputStream.nullOutputStream());
        return true;
    }

    @Test
    void oneAddressGetsSoManyConnectionsAndAllTogetherSoMany() throws Exception {
        ConnectionLimits.Limits few = new ConnectionLimits.Limits(3, 5, Duration.ofMinutes(1), Duration.ofMinutes(1));
        List<Socket> sockets = new ArrayList<>();
        try (HttpServer server = start(HttpSettings.loopback(0), few)) {
            for (int i = 0; i < 3; i++) {
                sockets.add(asking(server, 1));
                assertThat(isAnswered(sockets.get(i))).isTrue();
            }
            assertThat(isAnswered(asking(server, 1))).isFalse();
            Socket other = asking(server, 2);
            assertThat(isAnswered(other)).isTrue();
            Socket third = asking(server, 3);
            assertThat(isAnswered(third)).isTrue();
            assertThat(isAnswered(asking(server, 4))).isFalse();
            sockets.get(0).close();
            Awaitility.await().until(() -> isAnswered(asking(server, 1)));
            other.close();
            third.close();
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void aTrustedProxyMayHaveMoreConnections() throws Exception {
        TrustedProxy proxy = new TrustedProxy("X-User", List.of(AddressRange.of("127.0.0.1")));
        HttpSettings behind = new HttpSettings("127.0.0.1", 0, Set.of(), null, proxy, false);
        try (HttpServer server =
                        start(behind, new ConnectionLimits.Limits(1, 4, Duration.ofMinutes(1), Duration.ofMinutes(1)));
                Socket first = asking(server, 1);
                Socket second = asking(server, 1)) {
            assertThat(isAnswered(first)).isTrue();
            assertThat(isAnswered(second)).isTrue();
        }
    }

    @Test
    void wrongPasswordsAreSlowedAndToldWithoutThem() {
        Logger log = (Logger) LoggerFactory.getLogger(Callers.class);
        ListAppender<ILoggingEvent> told = new ListAppender<>();
        told.start();
        log.addAppender(told);
        log.setAdditive(false);
        try (HttpServer server = start(ASKING, ConnectionLimits.Limits.USUAL)) {
            for (int i = 0; i < 3; i++) {
                assertThat(shows(server, "guess-" + i, "/").status()).isEqualTo(401);
            }
            Answer slowed = shows(server, "guess-3", "/");
            assertThat(slowed.status()).isEqualTo(429);
            assertThat(slowed.header("retry-after")).isEqualTo("1");
            assertThat(shows(server, PASSWORD, "/").status())
                    .as("nor is the right one looked at")
                    .isEqualTo(429);
            assertThat(Answer.get(server, "/health/live").status()).isEqualTo(200);
            Awaitility.await().until(() -> shows(server, PASSWORD, "/").status() == 200);
            assertThat(shows(server, "guess-4", "/").status())
                    .as("the right one began anew")
                    .isEqualTo(401);
        } finally {
            log.detachAppender(told);
            log.setAdditive(true);
        }
        assertThat(told.list).isNotEmpty().allSatisfy(event -> assertThat(event.getFormattedMessage())
                .contains("127.0.0.1")
                .doesNotContain("guess", "watcher"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rollout", "changeme", "Password", "prometheus"})
    void aPasswordThatAnybodyGuessesIsForThisMachineAlone(String password) {
        Credentials guessable = new Credentials("prometheus", password);
        assertThatThrownBy(() -> start(
                        new HttpSettings("0.0.0.0", 0, Set.of(), guessable, null, false),
                        ConnectionLimits.Limits.USUAL))
                .isInstanceOf(HttpServer.HttpStartException.class)
                .hasMessageContaining("0.0.0.0")
                .hasMessageContaining("http.password");
        start(new HttpSettings("127.0.0.1", 0, Set.of(), guessable, null, false), ConnectionLimits.Limits.USUAL)
                .close();
    }

    private static HttpServer start(HttpSettings settings, ConnectionLimits.Limits limits) {
        return HttpServer.start(settings, List.of(new AllPaths()), limits);
    }

    /** A connection from another address of this machine. */
    private static Socket connect(HttpServer server, int from) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.bind(new InetSocketAddress("127.0.0." + from, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static Socket asking(HttpServer server, int from) throws IOException {
        Socket socket = connect(server, from);
        try {
            socket.getOutputStream()
                    .write("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        } catch (SocketException e) {
            // it has been sent away already, which its answer tells
        }
        return socket;
    }

    private static boolean isAnswered(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() == 'H';
        } catch (SocketException e) {
            return false;
        }
    }

    private static Answer shows(HttpServer server, String password, String path) {
        String shown = Base64.getEncoder().encodeToString(("watcher:" + password).getBytes(StandardCharsets.UTF_8));
        return Answer.of(server, "GET", path, Map.of("Authorization", "Basic " + shown));
    }
}
