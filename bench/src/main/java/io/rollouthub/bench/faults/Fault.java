package io.rollouthub.bench.faults;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Something that goes wrong for a while, and is as it was afterwards. */
sealed interface Fault {
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

    /** Connections end, and none begins. */
    record Cut(String kind, List<Wire> wires, Duration lasts) implements Fault {
        @Override
        public List<String> touches() {
            return wires.stream().map(Wire::name).toList();
        }

        @Override
        public void begin() {
            wires.forEach(Wire::cut);
        }

        @Override
        public void end() {
            wires.forEach(Wire::mend);
        }
    }

    /** Connections stay, and carry nothing. */
    record Silenced(String kind, List<Wire> wires, Duration lasts) implements Fault {
        @Override
        public List<String> touches() {
            return wires.stream().map(Wire::name).toList();
        }

        @Override
        public void begin() {
            wires.forEach(Wire::silence);
        }

        @Override
        public void end() {
            wires.forEach(Wire::mend);
        }
    }

    /** Something else that is done, and undone after a while. */
    record Done(String kind, String on, Duration lasts, Runnable doing, Runnable undoing) implements Fault {
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

    /** What one supplier can do, or suffers alone: the others' records go on meanwhile. */
    record OfSupplier(String kind, String on, Duration lasts, Runnable doing, Runnable undoing) implements Fault {
        @Override
        public List<String> touches() {
            return List.of(on);
        }

        @Override
        public boolean leavesOthersAlone() {
            return true;
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
