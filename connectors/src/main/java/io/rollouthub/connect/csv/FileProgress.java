package io.rollouthub.connect.csv;

import java.util.Collection;
import java.util.Map;

/** What was written down with the events that have been sent. */
interface FileProgress {

    /** The offset last written of each partition; those without one are left out. */
    Map<Map<String, String>, Map<String, String>> of(Collection<Map<String, String>> partitions);
}
