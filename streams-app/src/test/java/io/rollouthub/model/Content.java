package io.rollouthub.model;

import java.math.BigDecimal;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** §3: two contents are the same when all fields are; decimals compare by value. */
final class Content {

    private Content() {}

    static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
            return x.compareTo(y) == 0;
        }
        if (a instanceof SpecificRecord x && b instanceof SpecificRecord y) {
            return x.getClass() == y.getClass() && sameFields(x, y);
        }
        return Objects.equals(a, b);
    }

    private static boolean sameFields(SpecificRecord a, SpecificRecord b) {
        int fields = a.getSchema().getFields().size();
        for (int i = 0; i < fields; i++) {
            if (!same(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }
}
