package io.rollouthub.hub.worker;

import io.rollouthub.testkit.Command;
import io.rollouthub.testkit.FreePort;
import io.rollouthub.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Debian's PostgreSQL in a folder of its own on a free port of this machine; whoever connects is trusted. */
final class Postgres implements AutoCloseable {
    private static final String USER = "rollout";

    private final Path initdb;
    private final Path folder;
    private final int port;

    private Postgres(Path initdb) throws IOException {
        this.initdb = initdb;
        this.folder = Files.createTempDirectory("rollout-postgres-");
        this.port = FreePort.any();
    }

    /** Starts one. */
    static Postgres start() throws IOException {
        Postgres postgres = new Postgres(Program.POSTGRESQL.need());
        if (isRoot()) {
            run(List.of("chown", "postgres", postgres.folder.toString()));
        }
        postgres.asServer(
                List.of("initdb", "-D", "data", "-A", "trust", "-U", USER, "-E", "UTF8", "--locale=C", "--no-sync"));
        postgres.up();
        return postgres;
    }

    /** What the connector needs to know. */
    Map<String, String> environment() {
        return Map.of(
                "POSTGRES_URL",
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "POSTGRES_USER",
                USER,
                "POSTGRES_PASSWORD",
                "not asked for");
    }

    /** Starts the server on what it holds. */
    void up() {
        asServer(List.of(
                "pg_ctl",
                "start",
                "-w",
                "-D",
                "data",
                "-l",
                "log",
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"));
    }

    /** Stops it at once, whoever is connected. */
    void down() {
        asServer(List.of("pg_ctl", "stop", "-w", "-m", "fast", "-D", "data"));
    }

    /** What a query gives, a line per row. */
    List<String> query(String sql) {
        return psql("-c", sql).lines().toList();
    }

    /** Runs a file of statements. */
    void run(Path file) {
        psql("-f", file.toString());
    }

    private String psql(String option, String argument) {
        return run(List.of(
                initdb.resolveSibling("psql").toString(),
                "-X",
                "-q",
                "-A",
                "-t",
                "-v",
                "ON_ERROR_STOP=1",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(port),
                "-U",
                USER,
                "-d",
                "postgres",
                option,
                argument));
    }

    /** Runs a program of the server, which refuses to be root. */
    private void asServer(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (isRoot()) {
            whole.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        whole.add(initdb.resolveSibling(command.get(0)).toString());
        command.stream()
                .skip(1)
                .map(arg -> Stream.of("data", "log").anyMatch(arg::equals)
                        ? folder.resolve(arg).toString()
                        : arg)
                .forEach(whole::add);
        run(whole);
    }

    private static String run(List<String> command) {
        // Not in a folder that the server's own user may not see.
        return Command.of(command).in(Path.of("/")).run().orFail();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(folder.resolve("data").resolve("postmaster.pid"))) {
            down();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
