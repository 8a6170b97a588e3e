package io.rollouthub.http;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out whether a caller may come in: by what a trusted proxy says of him, or by user and password. */
final class Callers {
    private static final Logger LOG = LoggerFactory.getLogger(Callers.class);
    private static final String BASIC = "Basic ";
    private static final long BETWEEN_LINES = Duration.ofSeconds(1).toNanos();

    private final HttpSettings settings;
    private final WrongPasswords wrongPasswords = new WrongPasswords();
    private final AtomicLong lastLine = new AtomicLong(System.nanoTime() - BETWEEN_LINES);

    Callers(HttpSettings settings) {
        this.settings = settings;
    }

    /** Whether somebody may come in; else how long he has to wait before he is listened to again. */
    record Answer(boolean known, Duration pause) {
        private static final Answer KNOWN = new Answer(true, Duration.ZERO);
        private static final Answer UNKNOWN = new Answer(false, Duration.ZERO);
    }

    Answer ask(Request request) {
        InetAddress from =
                AddressRange.addressOf(request.getConnectionMetaData().getRemoteSocketAddress());
        if (!settings.asksWho() || isFromProxy(request, from)) {
            return Answer.KNOWN;
        }
        String shown = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        return shown == null ? Answer.UNKNOWN : look(shown, from);
    }

    private boolean isFromProxy(Request request, InetAddress from) {
        HttpSettings.TrustedProxy proxy = settings.proxy();
        String who = proxy == null ? null : request.getHeaders().get(proxy.header());
        return proxy != null && who != null && !who.isBlank() && proxy.isAt(from);
    }

    private Answer look(String shown, InetAddress from) {
        Instant now = Instant.now();
        Duration pause = wrongPasswords.pause(from, now);
        if (!pause.isZero()) {
            return new Answer(false, pause);
        }
        if (areRight(shown)) {
            wrongPasswords.right(from);
            return Answer.KNOWN;
        }
        tell(from, wrongPasswords.wrong(from, now).wrong());
        return Answer.UNKNOWN;
    }

    private boolean areRight(String shown) {
        HttpSettings.Credentials wanted = settings.credentials();
        if (wanted == null || !shown.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return false;
        }
        byte[] right = (wanted.user() + ":" + wanted.password()).getBytes(StandardCharsets.UTF_8);
        byte[] given = shown.substring(BASIC.length()).strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, Base64.getEncoder().encode(right)); // as long for a near miss as for any
    }

    /** Neither user nor password, as people type the one into the field of the other; one line a second, whoever calls. */
    private void tell(InetAddress from, int wrong) {
        long now = System.nanoTime();
        long last = lastLine.get();
        if (now - last >= BETWEEN_LINES && lastLine.compareAndSet(last, now)) {
            LOG.warn("A wrong user or password came from {}, {} in a row by now.", from.getHostAddress(), wrong);
        }
    }
}
