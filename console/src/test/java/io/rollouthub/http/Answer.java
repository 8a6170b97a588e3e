package io.rollouthub.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a server answered to a request written by hand: no client's library sends a foreign Host or a bad path. */
record Answer(int status, Map<String, String> headers, String body) {
    private static final Pattern FORM = Pattern.compile("HTTP/1\\.1 (\\d{3}).*?\r\n(.*?)\r\n\r\n(.*)", Pattern.DOTALL);

    static Answer get(HttpServer server, String path) {
        return of(server, "GET", path, Map.of());
    }

    static Answer of(HttpServer server, String method, String path, Map<String, String> headers) {
        Map<String, String> sent = new HashMap<>(headers);
        sent.putIfAbsent("Host", "127.0.0.1:" + server.port());
        StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
        sent.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            return of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new AssertionError("no answer of HTTP: " + text);
        }
        Map<String, String> headers = new HashMap<>();
        for (String line : form.group(2).split("\r\n")) {
            String[] parts = line.split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
        }
        return new Answer(Integer.parseInt(form.group(1)), headers, form.group(3));
    }

    @Nullable
    String header(String name) {
        return headers.get(name);
    }
}
