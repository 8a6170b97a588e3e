package io.rollouthub.hub.doctor;

import java.io.PrintWriter;

/** Tells what the checks find, a line each as soon as it is known, and what to do about what is wrong. */
public final class Findings {
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

    /** A check that could not be made is wrong as well. */
    void check(String what, Runnable check) {
        try {
            check.run();
        } catch (RuntimeException e) {
            wrong(what, String.valueOf(e.getMessage()), "Mend what is wrong above, or see --verbose.");
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
