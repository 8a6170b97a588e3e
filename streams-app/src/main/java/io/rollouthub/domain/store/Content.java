package io.rollouthub.domain.store;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Compares records by what they say: field by field, decimals by value. */
public final class Content {
    private Content() {}

    /**
     * Whether two values say the same.
     *
     * @param except names of fields of the outermost records that don't matter
     */
    public static boolean same(@Nullable Object one, @Nullable Object other, String... except) {
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        if (one instanceof SpecificRecord a && other instanceof SpecificRecord b) {
            Set<String> ignored = Set.of(except);
            return a.getSchema().equals(b.getSchema())
                    && a.getSchema().getFields().stream()
                            .filter(field -> !ignored.contains(field.name()))
                            .allMatch(field -> same(a.get(field.pos()), b.get(field.pos())));
        }
        return Objects.equals(one, other);
    }
}
