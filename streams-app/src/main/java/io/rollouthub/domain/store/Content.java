package io.rollouthub.domain.store;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Compares records by what they say: field by field, decimals by value. */
public final class Content {
    private Content() {}

    /** Whether two values say the same, but for these fields of the outermost records. */
    public static boolean same(@Nullable Object one, @Nullable Object other, String... except) {
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        return one instanceof SpecificRecord a && other instanceof SpecificRecord b
                ? sameRecords(a, b, except)
                : Objects.equals(one, other);
    }

    private static boolean sameRecords(SpecificRecord one, SpecificRecord other, String... except) {
        if (!one.getSchema().equals(other.getSchema())) {
            return false;
        }
        for (Field field : one.getSchema().getFields()) {
            if (!same(one.get(field.pos()), other.get(field.pos()))
                    && !Arrays.asList(except).contains(field.name())) {
                return false;
            }
        }
        return true;
    }
}
