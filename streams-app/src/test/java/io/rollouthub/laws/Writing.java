package io.rollouthub.laws;

import io.rollouthub.domain.ledger.Ledger;
import io.rollouthub.domain.ledger.Result;
import io.rollouthub.domain.ledger.Result.Admitted;
import io.rollouthub.domain.ledger.Result.Rejection;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** All that a ledger writes, in order and to the byte. */
final class Writing {
    final List<Line> lines = new ArrayList<>();
    private final Ledger ledger;

    /** By a ledger on empty tables. */
    Writing() {
        ledger = new Ledger(Tables.inMemory());
    }

    void apply(JournalEntry entry) {
        ledger.apply(Entry.of(entry)).forEach(result -> lines.add(Line.of(result)));
        ledger.round().forEach(result -> lines.add(Line.of(result)));
    }

    /** What a repeat is. */
    static final String KNOWN = "known";

    /** One result: what it is, its key, and the value's bytes, null if the key has ceased to exist. */
    record Line(
            String what,
            String key,
            @Nullable SpecificRecord value,
            @Nullable ByteBuffer bytes) {

        static Line of(Result result) {
            return of(whatOf(result), result.key(), result.value());
        }

        private static String whatOf(Result result) {
            if (result instanceof Rejection rejection) {
                return "rejected " + rejection.reason();
            }
            return result instanceof Admitted admitted
                    ? admitted.isRepeat() ? KNOWN : "accepted"
                    : result.getClass().getSimpleName();
        }

        static Line of(String what, String key, @Nullable SpecificRecord value) {
            return new Line(what, key, value, value == null ? null : Bytes.of(value));
        }

        boolean isSameAs(Line other) {
            return what.equals(other.what) && key.equals(other.key) && Objects.equals(bytes, other.bytes);
        }
    }

    /** The first line by which two writings differ, in words; null if there is none. */
    static @Nullable String difference(List<Line> one, List<Line> other) {
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            Line a = i < one.size() ? one.get(i) : null;
            Line b = i < other.size() ? other.get(i) : null;
            if (a == null || b == null || !a.isSameAs(b)) {
                return "line " + i + "\n  one:   " + a + "\n  other: " + b;
            }
        }
        return null;
    }
}
