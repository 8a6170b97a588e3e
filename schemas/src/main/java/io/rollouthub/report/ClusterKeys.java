package io.rollouthub.report;

import java.util.SortedMap;

/** How keys of a cluster's rows begin: with its identifier, which has no slash, and a slash. */
public final class ClusterKeys {
    private ClusterKeys() {}

    /** What the keys of a cluster's rows begin with. */
    public static String path(String cluster) {
        return cluster + "/";
    }

    /** Those of rows that are a cluster's; a view. */
    public static <V> SortedMap<String, V> of(SortedMap<String, V> rows, String cluster) {
        return rows.subMap(path(cluster), cluster + (char) ('/' + 1));
    }

    /** What of a key stands behind its cluster. */
    public static String within(String key) {
        return key.substring(key.indexOf('/') + 1);
    }
}
