package io.rollouthub.bench.faults;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Something that goes wrong for a while, and is as it was afterwards. */
sealed interface Fault {
    /** What goes wrong with processes and connections ends first: others need them for what is undone. */
    Comparator<Fault> ENDS_BEFORE =
            Comparator.<Fault, Boolean>comparing(fault -> fault instanceof Done).thenComparing(Fault::lasts);

    /** What it is, without which process it hits: the row of the table. */
    String kind();

    /** What it touches, so that two that go on at once touch different things. */
    List<String> touches();

    /** How long it goes on. */
    Duration lasts();

    /** Whether records of all suppliers that it does not touch move while it goes on. */
    default boolean leavesOthersAlone() {
        return false;
    }

    void begin();

    void end();

    /** What is done, in a line. */
    default String line() {
        return kind() + ": " + String.join(", ", touches()) + ", " + lasts().toMillis() + " ms";
    }

    /** Processes are killed, and started again later. */
    record Killed(String kind, List<Part> parts, Duration lasts) implements Fault {
        @Override
        public List<String> touches() {
            return names(parts);
        }

        @Override
        public void begin() {
            parts.forEach(Part::kill);
        }

        @Override
        public void end() {
            parts.forEach(Part::start);
        }
    }

    /** A process is kept from running. */
    record Held(String kind, Part part, Duration lasts) implements Fault {
        @Override
        public List<String> touches() {
            return names(List.of(part));
        }

        @Override
        public void begin() {
            part.hold();
        }

        @Override
        public void end() {
            part.release();
        }
    }

    /** Connections end and none begins, or they stay and carry nothing. */
    record Broken(String kind, List<Wire> wires, Consumer<Wire> how, Duration lasts) implements Fault {
        @Override
        public List<String> touches() {
            return wires.stream().map(Wire::name).toList();
        }

        @Override
        public void begin() {
            wires.forEach(how);
        }

        @Override
        public void end() {
            wires.forEach(Wire::mend);
        }
    }

    /**
     * Something else that is done, and undone after a while.
     *
     * @param leavesOthersAlone whether one supplier does it, or suffers it alone
     */
    record Done(String kind, String on, Duration lasts, Runnable doing, Runnable undoing, boolean leavesOthersAlone)
            implements Fault {
        @Override
        public List<String> touches() {
            return List.of(on);
        }

        @Override
        public void begin() {
            doing.run();
        }

        @Override
        public void end() {
            undoing.run();
        }
    }

    private static List<String> names(List<Part> parts) {
        return parts.stream().map(Part::name).collect(Collectors.toList());
    }
}
