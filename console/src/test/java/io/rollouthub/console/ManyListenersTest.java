package io.rollouthub.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.console.live.LiveHub.Outlook;
import io.rollouthub.http.HttpSettings;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.Connection;
import io.rollouthub.registry.SchemaRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A console whose Kafka is away, with more listeners than it has places for. */
class ManyListenersTest {
    private static final int PLACES = 200;
    private static final int WHO_COME = 900;

    @Test
    void whoFindsNoPlaceIsToldSoBeforeHisStreamBegins(@TempDir Path folder) throws Exception {
        Connection nowhere = new Connection("127.0.0.1:1", SchemaRegistry.at("http://127.0.0.1:1", Map.of()), folder);
        List<Socket> sockets = new ArrayList<>();
        try (Console console =
                Console.start(nowhere, new Outlook(true, ClockSettings.DEFAULT), HttpSettings.loopback(0), List.of())) {
            int port = URI.create(console.address()).getPort();
            for (int i = 0; i < WHO_COME; i++) {
                sockets.add(listening(port, 1 + i / 90)); // of several addresses, as one may not have so many
            }
            List<String> answers =
                    sockets.stream().map(ManyListenersTest::firstLine).toList();
            assertThat(answers).filteredOn(line -> line.contains(" 200 ")).hasSize(PLACES);
            assertThat(answers).filteredOn(line -> line.contains(" 503 ")).hasSize(WHO_COME - PLACES);
            sockets.get(answers.indexOf("HTTP/1.1 200 OK")).close();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        Socket next = listening(port, 100);
                        sockets.add(next);
                        return firstLine(next).contains(" 200 ");
                    });
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private static Socket listening(int port, int from) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress("127.0.0." + from, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write("GET /api/stream HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static String firstLine(Socket socket) {
        try {
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
