package io.rollouthub.bench.faults;

/** What a process has of the machine. */
public record Vitals(int threads, long kibibytes) {
    Vitals plus(Vitals other) {
        return new Vitals(threads + other.threads, kibibytes + other.kibibytes);
    }

    /** In whole MiB. */
    public long mebibytes() {
        return kibibytes >> 10;
    }
}
