package io.rollouthub.bench.faults;

/** What a process has of the machine. */
public record Vitals(int threads, long kibibytes) {
    /** In whole MiB. */
    public long mebibytes() {
        return kibibytes >> 10;
    }
}
