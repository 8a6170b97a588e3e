package io.rollouthub.hub.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import org.slf4j.LoggerFactory;

/** The log on standard error, which {@code logback.xml} sets up for people who want to see results. */
final class Logs {
    private static final String IN_FULL = "%d{HH:mm:ss.SSS} %-5level %logger{24} [%thread] %msg%n";

    private Logs() {}

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
