package io.rollouthub.embedded;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * The first class of every child JVM: runs another main, and ends with the parent however the parent ends.
 *
 * <p>The parent holds the other end of standard input, which closes even when it is killed. Needs nothing but the JDK,
 * as the child has its own class path.
 */
final class ChildMain {
    private ChildMain() {}

    /** The main class to run, then its arguments. */
    public static void main(String[] args) throws Throwable {
        haltWithParent();
        leaveCtrlCToParent();
        String[] others = Arrays.copyOfRange(args, 1, args.length);
        try {
            Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) others);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /**
     * Ctrl-C reaches every process of the terminal; the parent still needs its children, to end in good order. By reflection, as
     * javac warns of the JDK's one class for signals and lets nobody suppress that.
     */
    private static void leaveCtrlCToParent() throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object interrupt = signal.getConstructor(String.class).newInstance("INT");
        Object ignore = handler.getField("SIG_IGN").get(null);
        signal.getMethod("handle", signal, handler).invoke(null, interrupt, ignore);
    }

    private static void haltWithParent() {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {
                            // the parent has nothing to say but its end
                        }
                    } catch (IOException e) {
                        // a broken pipe is an end too
                    }
                    Runtime.getRuntime().halt(0);
                },
                "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }
}
