package io.rollouthub.console.answer;

import io.javalin.http.BadRequestResponse;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a request asks for behind the question mark, decoded. */
public record Parameters(Map<String, List<String>> values) {
    static final int USUAL_SIZE = 50;

    private static final int MOST_SIZE = 500;
    private static final int MOST_PAGES = 1_000_000;

    /** Refuses names that nothing is known by: a filter that is mistyped must not pass for one that is kept to. */
    void only(String... known) {
        for (String name : values.keySet()) {
            if (!List.of(known).contains(name)) {
                throw new BadRequestResponse("There is no parameter '" + name + "'. "
                        + (known.length == 0 ? "There is none here." : "There are " + String.join(", ", known) + "."));
            }
        }
    }

    /** The last value of a parameter; null if it has none. */
    @Nullable
    String text(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        String last = all.isEmpty() ? "" : all.get(all.size() - 1).strip();
        return last.isEmpty() ? null : last;
    }

    /** All values of a parameter, given more than once or with commas; empty: none is asked for. */
    Set<String> set(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    <E extends Enum<E>> Set<E> set(String name, List<E> possible) {
        return set(name).stream().map(value -> one(name, value, possible)).collect(Collectors.toSet());
    }

    <E extends Enum<E>> E one(String name, E otherwise, List<E> possible) {
        String value = text(name);
        return value == null ? otherwise : one(name, value, possible);
    }

    private static <E extends Enum<E>> E one(String name, String value, List<E> possible) {
        return possible.stream()
                .filter(one -> one.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new BadRequestResponse("'" + value + "' is no " + name + ". There are "
                        + possible.stream().map(Enum::name).collect(Collectors.joining(", ")) + "."));
    }

    /** Which page of a list, from 1. */
    record Paging(int page, int size) {
        Head head(List<?> all) {
            return new Head(page, size, (all.size() + size - 1) / size, all.size());
        }

        /** The page itself; only what is on it is turned into rows. */
        <T, R> List<R> of(List<T> all, Function<T, R> row) {
            return all.stream().skip((page - 1L) * size).limit(size).map(row).toList();
        }
    }

    public record Head(int page, int size, int pages, int total) {}

    Paging paging() {
        return new Paging(whole("page", 1, MOST_PAGES), whole("size", USUAL_SIZE, MOST_SIZE));
    }

    /** Takes those of which one value is asked for, or that any is if none is; null is not asked for. */
    <T> Predicate<T> filter(String name, Function<T, @Nullable String> value) {
        return among(set(name), value);
    }

    /** The same of values of which there are only some. */
    <T, E extends Enum<E>> Predicate<T> filter(String name, List<E> possible, Function<T, E> value) {
        return among(set(name, possible), value);
    }

    private static <T, V> Predicate<T> among(Set<V> wanted, Function<T, @Nullable V> value) {
        return one -> wanted.isEmpty() || wanted.contains(value.apply(one));
    }

    private int whole(String name, int otherwise, int most) {
        String value = text(name);
        try {
            int number = value == null ? otherwise : Integer.parseInt(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new BadRequestResponse("'" + value + "' is no " + name + ": that is a number from 1 to " + most + ".");
    }
}
