package io.rollouthub.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@SuppressWarnings("NullAway.Init")
class WireTest {
    private static final int SHORTLY = 300;

    private ServerSocket echo;
    private Wire wire;
    private int port;

    @BeforeEach
    void layWire() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread server = new Thread(this::echo, "echo");
        server.setDaemon(true);
        server.start();
        port = new Ports().next();
        wire = Wire.between("wire", port, echo.getLocalPort());
    }

    private void echo() {
        try {
            while (true) {
                Socket client = echo.accept();
                Thread each = new Thread(
                        () -> {
                            try (client) {
                                client.getInputStream().transferTo(client.getOutputStream());
                            } catch (IOException e) {
                                // the wire has been cut
                            }
                        },
                        "echo one");
                each.setDaemon(true);
                each.start();
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    @AfterEach
    void end() throws IOException {
        wire.close();
        echo.close();
    }

    @Test
    void whatIsSentComesBack() throws IOException {
        try (Socket client = connect()) {
            assertThat(answer(client)).isEqualTo('x');
        }
    }

    @Test
    void aCutEndsConnectionsAndLetsNoneBeginUntilItIsMended() throws IOException {
        try (Socket client = connect()) {
            assertThat(answer(client)).isEqualTo('x');
            wire.cut();
            assertThat(isOver(client)).isTrue();
        }
        try (Socket late = connect()) {
            assertThat(isOver(late)).isTrue();
        }
        wire.mend();
        try (Socket again = connect()) {
            assertThat(answer(again)).isEqualTo('x');
        }
    }

    @Test
    void aSilentWireKeepsConnectionsAndGoesOnWhenItIsMended() throws IOException {
        try (Socket client = connect()) {
            assertThat(answer(client)).isEqualTo('x');
            wire.silence();
            client.setSoTimeout(SHORTLY);
            assertThatThrownBy(() -> answer(client)).isInstanceOf(SocketTimeoutException.class);
            wire.mend();
            client.setSoTimeout(0);
            assertThat(client.getInputStream().read()).isEqualTo('x');
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private static int answer(Socket client) throws IOException {
        client.getOutputStream().write('x');
        return client.getInputStream().read();
    }

    private static boolean isOver(Socket client) {
        try {
            client.getOutputStream().write('x');
            return client.getInputStream().read() < 0;
        } catch (IOException e) {
            return true;
        }
    }
}
