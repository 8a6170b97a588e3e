package io.rollouthub.connect.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.jspecify.annotations.Nullable;

/** The fields of a struct by name, in Java's own types; one that the schema lacks is null. */
record Fields(Struct struct) {

    @Nullable
    Object value(String name) {
        return struct.schema().field(name) == null ? null : struct.get(name);
    }

    @Nullable
    String text(String name) {
        Object value = value(name);
        return value == null ? null : value.toString();
    }

    String requiredText(String name) {
        String text = text(name);
        if (text == null) {
            throw new DataException("this is no alert: it has no " + name + "; set topics to that of the alerts or of"
                    + " their transitions");
        }
        return text;
    }

    int requiredInt(String name) {
        if (value(name) instanceof Integer number) {
            return number;
        }
        throw new DataException(name + " is no whole number");
    }

    @Nullable
    Instant instant(String name) {
        Object value = value(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Date date) {
            return Instant.ofEpochMilli(date.getTime());
        }
        throw new DataException(name + " is no instant but " + value.getClass().getSimpleName());
    }

    @Nullable
    LocalDate date(String name) {
        Instant instant = instant(name);
        return instant == null ? null : LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    List<String> texts(String name) {
        return value(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
