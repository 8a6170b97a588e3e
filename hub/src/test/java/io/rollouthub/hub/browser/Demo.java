package io.rollouthub.hub.browser;

import io.rollouthub.hub.live.HubProcess;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code rollout demo} in a process of its own. */
final class Demo implements AutoCloseable {
    private static final Pattern CONSOLE = Pattern.compile("^Console: (http://\\S+?)/?$", Pattern.MULTILINE);

    private final HubProcess process;

    private Demo(HubProcess process) {
        this.process = process;
    }

    /**
     * Starts it and waits until its console answers.
     *
     * @param speed days a second
     */
    static Demo start(Path folder, int speed) {
        HubProcess process =
                HubProcess.start(folder, Map.of(), "demo", "--port", "0", "--speed", Integer.toString(speed));
        process.awaitOutput("Console: ");
        return new Demo(process);
    }

    /** The console's address, ending in a slash. */
    String console() {
        return consoleOf(process);
    }

    /** The address that a command has printed, ending in a slash. */
    static String consoleOf(HubProcess process) {
        Matcher console = CONSOLE.matcher(process.out());
        if (!console.find()) {
            throw new AssertionError("no address of a console in: " + process.out());
        }
        return console.group(1) + "/";
    }

    /** Waits until the whole story is told. */
    void awaitEnd() {
        process.awaitOutput("Open for looking");
    }

    @Override
    public void close() {
        process.close();
    }
}
