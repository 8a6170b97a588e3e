package io.rollouthub.hub.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.OutputStreamAppender;
import org.slf4j.LoggerFactory;

/** The log on standard error, which {@code logback.xml} sets up for people who want to see results. */
final class Logs {
    private static final String IN_FULL = "%d{HH:mm:ss.SSS} %-5level %logger{24} [%thread] %msg%n";

    /** What it warns of is for those who run a hub; other commands say it themselves, once. */
    private static final String CLIENTS = "org.apache.kafka.clients.NetworkClient";

    private Logs() {}

    /** The word {@code %reason} of the log's pattern: the exception in one line, if there is one. */
    public static final class Reason extends ThrowableHandlingConverter {
        @Override
        public String convert(ILoggingEvent event) {
            IThrowableProxy thrown = event.getThrowableProxy();
            return thrown == null ? "" : " (" + thrown.getClassName() + ": " + thrown.getMessage() + ")";
        }
    }

    /** From here on also what the clients of Kafka warn of in a process that runs a hub, until the result is run. */
    static Runnable ofHub() {
        return ofHub((LoggerContext) LoggerFactory.getILoggerFactory());
    }

    static Runnable ofHub(LoggerContext logs) {
        Logger clients = logs.getLogger(CLIENTS);
        Level before = clients.getLevel();
        clients.setLevel(null);
        return () -> clients.setLevel(before);
    }

    /** From here on all that happens inside, with times and stack traces. */
    static void verbose() {
        verbose((LoggerContext) LoggerFactory.getILoggerFactory());
    }

    static void verbose(LoggerContext logs) {
        Logger root = logs.getLogger(Logger.ROOT_LOGGER_NAME);
        logs.getLoggerList().stream().filter(one -> one != root).forEach(one -> one.setLevel(null));
        root.setLevel(Level.INFO);
        logs.getLogger("io.rollouthub").setLevel(Level.DEBUG);

        var appender = (OutputStreamAppender<ILoggingEvent>) root.getAppender("STDERR");
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(logs);
        encoder.setPattern(IN_FULL);
        encoder.start();
        appender.setEncoder(encoder);
    }
}
