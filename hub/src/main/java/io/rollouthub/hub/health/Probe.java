package io.rollouthub.hub.health;

import io.rollouthub.reader.Reach.Problem;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that is asked again and again whether it answers, and what it said last. */
public final class Probe {
    private static final Logger LOG = LoggerFactory.getLogger(Probe.class);

    private final String server;
    private final Supplier<@Nullable Problem> question;
    private volatile boolean asked;
    private volatile @Nullable Problem problem;

    public Probe(String server, Supplier<@Nullable Problem> question) {
        this.server = server;
        this.question = question;
    }

    /** Asks it. */
    public void ask() {
        try {
            problem = question.get();
            asked = true;
        } catch (RuntimeException e) {
            LOG.debug("{} could not be asked", server, e);
            problem = new Problem(server + " could not be asked: " + e.getMessage(), "Try again.");
        }
    }

    public String server() {
        return server;
    }

    /** Whether it answered. */
    public boolean answers() {
        return asked && problem == null;
    }

    /** What it said, or keeps it from answering. */
    String said() {
        Problem last = problem;
        return last != null ? last.what() : asked ? "answers" : "has not been asked yet";
    }
}
