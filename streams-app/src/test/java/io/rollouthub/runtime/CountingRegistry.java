package io.rollouthub.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.rollouthub.registry.SchemaRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A small registry on this machine that takes one schema a subject, and remembers what it was asked. */
final class CountingRegistry implements AutoCloseable {
    private static final Pattern LEVEL = Pattern.compile("\"compatibility\"\\s*:\\s*\"(\\w+)\"");

    private final HttpServer server;
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();
    private final Map<String, String> levels = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    CountingRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    /** A client of it that knows nothing yet. */
    SchemaRegistry client() {
        return SchemaRegistry.at(
                "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                        + server.getAddress().getPort(),
                Map.of());
    }

    /** How often it was asked since the last time that this was called. */
    int asked() {
        int size = asked.size();
        asked.clear();
        return size;
    }

    int subjects() {
        return ids.size();
    }

    /** A subject's own compatibility level; null if it has none. */
    @Nullable
    String levelOf(String subject) {
        return levels.get(subject);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = URLDecoder.decode(exchange.getRequestURI().getRawPath(), StandardCharsets.UTF_8);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestMethod() + " " + path);
        String answer = path.startsWith("/config")
                ? config(path.replaceFirst("/config/?", ""), exchange.getRequestMethod(), body)
                : subjects(path.replaceFirst("/subjects/?", "").replace("/versions", ""), path.endsWith("/versions"));
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.contains("error_code") ? 404 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String config(String subject, String method, String body) {
        Matcher level = LEVEL.matcher(body);
        if (method.equals("PUT") && level.find()) {
            levels.put(subject, level.group(1));
            return body;
        }
        return levels.containsKey(subject)
                ? "{\"compatibilityLevel\": \"" + levels.get(subject) + "\"}"
                : "{\"error_code\": 40408, \"message\": \"none of its own\"}";
    }

    private String subjects(String subject, boolean register) {
        if (subject.isEmpty()) {
            return ids.keySet().stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
        }
        if (register) {
            ids.computeIfAbsent(subject, any -> last.incrementAndGet());
        }
        Integer id = ids.get(subject);
        return id == null
                ? "{\"error_code\": 40403, \"message\": \"not there\"}"
                : "{\"id\": " + id + ", \"subject\": \"" + subject
                        + "\", \"version\": 1, \"schema\": \"\\\"string\\\"\"}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
