package io.rollouthub.hub.cli;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;

/** The word {@code %reason} of the log's pattern: the exception in one line, if there is one. */
public final class LogReason extends ThrowableHandlingConverter {
    @Override
    public String convert(ILoggingEvent event) {
        IThrowableProxy thrown = event.getThrowableProxy();
        return thrown == null ? "" : " (" + thrown.getClassName() + ": " + thrown.getMessage() + ")";
    }
}
