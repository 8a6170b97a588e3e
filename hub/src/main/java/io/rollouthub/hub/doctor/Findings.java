package io.rollouthub.hub.doctor;

import io.rollouthub.failure.RolloutException;
import java.io.PrintWriter;

/** Tells what the checks find, a line each as soon as it is known, and what to do about what is wrong. */
public final class Findings {
    /** What puts topics, schemas and the programme right. */
    static final String APPLY = "Run 'rollout admin apply --programme FILE'.";

    private final PrintWriter out;
    private int wrong;

    public Findings(PrintWriter out) {
        this.out = out;
    }

    void ok(String what, String how) {
        tell("ok     " + what + ": " + how);
    }

    /** Something is wrong; the remedy is a whole sentence. */
    public void wrong(String what, String how, String remedy) {
        wrong++;
        tell("WRONG  " + what + ": " + how);
        tell("       -> " + remedy);
    }

    /** Something was wrong and is not any more; what is left to do is a whole sentence. */
    void mended(String what, String how, String then) {
        tell("MENDED " + what + " " + how);
        tell("       -> " + then);
    }

    /** A check that could not be made is wrong as well. */
    void check(String what, Runnable check) {
        try {
            check.run();
        } catch (RuntimeException e) {
            RolloutException told = Diagnosis.of(e);
            String ours = "Mend what is wrong above; if nothing is, this is a fault of the hub's own.";
            wrong(what, told == null ? e.toString() : told.what(), told == null ? ours : told.remedy());
        }
    }

    private void tell(String line) {
        out.println(line);
        out.flush();
    }

    /** How many things are wrong. */
    public int wrong() {
        return wrong;
    }
}
