package io.rollouthub.console.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param page from 1
 */
record Paging(int page, int size) {
    static final int USUAL_SIZE = 50;
    static final int MOST_SIZE = 500;

    /** The head of an answer with a page of a list. */
    Map<String, Object> head(int total) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("page", page);
        head.put("size", size);
        head.put("pages", (total + size - 1) / size);
        head.put("total", total);
        return head;
    }

    /** The page itself; only what is on it is turned into rows. */
    <T> List<Object> of(List<T> all, Function<T, Object> row) {
        long from = Math.min(all.size(), (page - 1L) * size);
        long to = Math.min(all.size(), from + size);
        return new ArrayList<>(
                all.subList((int) from, (int) to).stream().map(row).toList());
    }
}
