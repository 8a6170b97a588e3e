package io.rollouthub.console.answer;

import java.util.List;
import java.util.function.Function;

/**
 * Which page of a list is asked for.
 *
 * @param page from 1
 */
record Paging(int page, int size) {
    static final int USUAL_SIZE = 50;
    static final int MOST_SIZE = 500;

    /** The head of an answer with a page of a list. */
    public record Head(int page, int size, int pages, int total) {}

    Head head(List<?> all) {
        return new Head(page, size, (all.size() + size - 1) / size, all.size());
    }

    /** The page itself; only what is on it is turned into rows. */
    <T, R> List<R> of(List<T> all, Function<T, R> row) {
        return all.stream().skip((page - 1L) * size).limit(size).map(row).toList();
    }
}
