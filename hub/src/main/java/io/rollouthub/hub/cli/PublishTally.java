package io.rollouthub.hub.cli;

import io.rollouthub.check.Refusal;
import io.rollouthub.jsonl.LineError;
import io.rollouthub.jsonl.LineEvent;
import io.rollouthub.producer.Verdict;
import io.rollouthub.report.ReportedEvent;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Counts what became of published events and tells of each that was refused. Safe for several threads. */
final class PublishTally {
    private final PrintWriter out;
    private final PrintWriter err;
    private final ProgressLine progress;
    private final String name;
    private long published;
    private long accepted;
    private long known;
    private long sent;
    private long refused;
    private long bad;
    private long unknown;
    private boolean interrupted;

    /** @param name of what is read, for messages */
    PublishTally(PrintWriter out, PrintWriter err, String name) {
        this.out = out;
        this.err = err;
        this.progress = new ProgressLine(err);
        this.name = name;
    }

    /** Whether there is a next line, and nobody has asked to stop. */
    boolean goesOn(BooleanSupplier hasNext) {
        boolean next = false;
        try {
            next = !Thread.currentThread().isInterrupted() && hasNext.getAsBoolean();
        } catch (UncheckedIOException e) {
            if (!Thread.currentThread().isInterrupted()) {
                throw e;
            }
        }
        interrupted = Thread.interrupted(); // what is under way is still waited for
        return next && !interrupted;
    }

    /** A line that is no event. */
    synchronized void bad(LineError line) {
        bad++;
        say(err, "rollout: " + line.message());
    }

    /** An event that was published. */
    void sent(LineEvent line, CompletableFuture<Verdict> verdict) {
        synchronized (this) {
            published++;
        }
        String place = name + ":" + line.lineNumber() + ": event "
                + ReportedEvent.of(line.event()).eventId();
        // What is thrown in there would be lost; nothing is.
        var unused = verdict.whenComplete((result, error) -> take(place, result, error));
    }

    private synchronized void take(String place, @Nullable Verdict verdict, @Nullable Throwable error) {
        if (verdict instanceof Verdict.Accepted one) {
            accepted++;
            known += one.known() ? 1 : 0;
            if (one.warning() != null) {
                say(err, "rollout: " + place + " accepted, with a warning: " + one.warning());
            }
        } else if (verdict instanceof Verdict.Sent) {
            sent++;
        } else if (verdict instanceof Verdict.Refused one) {
            refused++;
            refused(place, one.refusal(), one.sent() ? "" : ", not sent");
        } else {
            unknown++;
            if (!interrupted) {
                say(err, "rollout: " + place + ": " + (error == null ? "no verdict" : error.getMessage()));
            }
        }
        progress.show((published - accepted - sent - refused - unknown) + " under way, " + (accepted + sent) + " done");
    }

    private void refused(String place, Refusal refusal, String how) {
        say(out, place + " refused" + how + ": " + refusal.reason() + ": " + refusal.detail());
    }

    /** Tells the sums; whether all went well. */
    synchronized boolean end() {
        say(
                out,
                (interrupted ? "Stopped: " : "")
                        + (sent > 0 ? sent + " sent" : accepted + " accepted") + ", " + refused + " refused"
                        + (known == 0 ? "" : ", " + known + " of the accepted known already")
                        + (bad == 0 ? "" : ", " + bad + (bad == 1 ? " bad line" : " bad lines"))
                        + (unknown == 0
                                ? ""
                                : ", " + unknown
                                        + " without a verdict; publish them again: the hub drops what it has already"));
        return refused == 0 && bad == 0 && unknown == 0 && !interrupted;
    }

    private void say(PrintWriter writer, String line) {
        progress.clear();
        writer.println(line);
        writer.flush();
    }
}
