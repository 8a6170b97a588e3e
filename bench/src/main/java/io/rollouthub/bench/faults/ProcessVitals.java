package io.rollouthub.bench.faults;

/** What a process has of the machine. */
public record ProcessVitals(int threads, long kibibytes) {
    ProcessVitals plus(ProcessVitals other) {
        return new ProcessVitals(threads + other.threads, kibibytes + other.kibibytes);
    }

    /** In whole MiB. */
    public long mebibytes() {
        return kibibytes >> 10;
    }
}
