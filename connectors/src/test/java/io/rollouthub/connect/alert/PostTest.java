package io.rollouthub.connect.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Receivers that begin to answer. */
@Timeout(60)
class PostTest {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What a receiver does once a request has come. */
    private interface Answer {
        void to(OutputStream sender) throws IOException;
    }

    /** Answers one request and holds the connection until it is closed. */
    private static Thread receiver(ServerSocket socket, Answer answer) {
        Thread receiver = new Thread(() -> {
            try (Socket one = socket.accept()) {
                one.getInputStream().read(new byte[8_192]);
                answer.to(one.getOutputStream());
                while (one.getInputStream().read() >= 0) {
                    // until the sender has had enough
                }
            } catch (IOException e) {
                // the sender has had enough
            }
        });
        receiver.start();
        return receiver;
    }

    private static void write(OutputStream sender, String text) throws IOException {
        sender.write(text.getBytes(StandardCharsets.US_ASCII));
        sender.flush();
    }

    @Test
    void oneThatSendsHeadersAndNoBodyIsLeftAtTheTimeout() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread receiver =
                    receiver(socket, sender -> write(sender, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"));
            Post post = new Post(http, Duration.ofMillis(500), "");

            assertThatThrownBy(() -> post.send(url(socket), Map.of(), "{}"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("does not answer: not all of its answer has come within 500 ms");
            receiver.join(); // the connection has been closed
        }
    }

    @Test
    void ofOneThatNeverEndsTheBeginningIsRead() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread receiver = receiver(socket, sender -> {
                write(sender, "HTTP/1.1 503 Busy\r\nTransfer-Encoding: chunked\r\n\r\n");
                while (true) {
                    write(sender, "400\r\n" + "x".repeat(1_024) + "\r\n");
                }
            });
            Post post = new Post(http, Duration.ofSeconds(30), "");

            assertThat(post.send(url(socket), Map.of(), "{}")).satisfies(answer -> {
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.body()).isEqualTo("x".repeat(Beginning.MOST));
            });
            receiver.join();
        }
    }

    private static URI url(ServerSocket socket) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }
}
