package io.rollouthub.domain.ledger;

import io.rollouthub.state.ClusterState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The books of all clusters that there are, and which of them have been written in since they were last told. */
final class Books {
    private final InForce inForce;
    private final SortedMap<String, ClusterBook> books = new TreeMap<>();
    private final SortedMap<String, ClusterBook> touched = new TreeMap<>();

    Books(InForce inForce) {
        this.inForce = inForce;
    }

    /** A cluster's book to look into. */
    ClusterBook of(String cluster) {
        return books.computeIfAbsent(cluster, name -> new ClusterBook(name, inForce, null));
    }

    /** A cluster's book to write in. */
    ClusterBook touch(String cluster) {
        ClusterBook book = of(cluster);
        touched.put(cluster, book);
        return book;
    }

    /** Opens a book as it was kept. */
    void restore(String cluster, ClusterState kept) {
        books.put(cluster, new ClusterBook(cluster, inForce, kept));
    }

    /** Those that have been written in, by the clusters' names; none from now on. */
    List<ClusterBook> takeTouched() {
        List<ClusterBook> taken = new ArrayList<>(touched.values());
        touched.clear();
        return taken;
    }

    boolean isTouched() {
        return !touched.isEmpty();
    }

    /** Those whose names do not come before this one, by their names. */
    List<ClusterBook> from(String cluster) {
        return List.copyOf(books.tailMap(cluster).values());
    }

    /** All, by the clusters' names. */
    Collection<ClusterBook> all() {
        return books.values();
    }
}
