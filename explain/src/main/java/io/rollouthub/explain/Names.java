package io.rollouthub.explain;

import io.rollouthub.output.MilestoneState;
import io.rollouthub.programme.Programme;
import io.rollouthub.report.FactKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is called how for people: a programme's clusters and suppliers, and the things that are reported on. */
public final class Names {
    private final Map<String, String> clusters = new HashMap<>();
    private final Map<String, String> suppliers = new HashMap<>();
    private final @Nullable ZoneId zone;

    /** @param programme null if none is known: then ids are all there is */
    public Names(@Nullable Programme programme) {
        if (programme != null) {
            programme.getClusters().forEach(one -> clusters.put(one.getCluster(), one.getName()));
            programme.getSuppliers().forEach(one -> suppliers.put(one.getSupplier(), one.getName()));
        }
        zone = programme == null ? null : ZoneId.of(programme.getZone());
    }

    public String cluster(String id) {
        return clusters.getOrDefault(id, id);
    }

    /** A supplier's name; its id if it is not in the programme any more. */
    public String supplier(String id) {
        return suppliers.getOrDefault(id, id);
    }

    /** The same, but null if it is not in the programme. */
    public @Nullable String knownSupplier(String id) {
        return suppliers.get(id);
    }

    /** The civil date in the programme's zone; null if that is not known. */
    public @Nullable LocalDate date(@Nullable Instant instant) {
        return instant == null || zone == null ? null : LocalDate.ofInstant(instant, zone);
    }

    /** A milestone where its product and release stand beside it: "Weston Area Health", "millennium R0", a title. */
    public static String milestone(MilestoneState milestone) {
        return brief(FactKey.ofMilestone(milestone.getCluster(), milestone.getMilestone()), milestone.getTitle());
    }

    private static String brief(FactKey key, @Nullable String title) {
        if (title != null) {
            return title;
        }
        return switch (key.kind()) {
            case GO_LIVE -> key.parts().get(0);
            case RELEASE -> key.product() + " " + key.release();
            case COMMITMENT, CONTRACT -> key.id();
        };
    }

    /** A thing in a sentence: "Weston Area Health live on millennium R0", "Release R1 of millennium", a title. */
    static String thing(FactKey key, @Nullable String title) {
        return switch (key.kind()) {
            case GO_LIVE -> brief(key, title) + " live on " + key.product() + " " + key.release();
            case RELEASE -> "Release " + key.release() + " of " + key.product();
            case COMMITMENT -> brief(key, title);
            case CONTRACT -> "Contract " + key.id();
        };
    }
}
