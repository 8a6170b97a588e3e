package io.rollouthub.console.answer;

import io.rollouthub.output.MilestoneKind;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.programme.Cluster;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A programme's names for people. */
final class Names {
    private final Map<String, String> clusters = new HashMap<>();
    private final Map<String, String> suppliers = new HashMap<>();
    private final @Nullable ZoneId zone;

    /** @param programme null if none is known: then ids are all there is */
    Names(@Nullable Programme programme) {
        if (programme != null) {
            for (Cluster cluster : programme.getClusters()) {
                clusters.put(cluster.getCluster(), cluster.getName());
            }
            for (Supplier supplier : programme.getSuppliers()) {
                suppliers.put(supplier.getSupplier(), supplier.getName());
            }
        }
        zone = programme == null ? null : ZoneId.of(programme.getZone());
    }

    String cluster(String id) {
        return clusters.getOrDefault(id, id);
    }

    /** A supplier's name; its id if it is not in the programme any more. */
    @Nullable
    String supplier(@Nullable String id) {
        return id == null ? null : suppliers.getOrDefault(id, id);
    }

    boolean isSupplier(String id) {
        return suppliers.containsKey(id);
    }

    /** The civil date in the programme's zone; null if that is not known. */
    @Nullable
    LocalDate date(@Nullable Instant instant) {
        return instant == null || zone == null ? null : LocalDate.ofInstant(instant, zone);
    }

    /** What a milestone is called. */
    static String milestone(MilestoneState milestone) {
        if (milestone.getTitle() != null) {
            return milestone.getTitle();
        }
        if (milestone.getKind() == MilestoneKind.GO_LIVE && milestone.getSite() != null) {
            return milestone.getSite();
        }
        return milestone.getKind() == MilestoneKind.RELEASE
                ? milestone.getProduct() + " " + milestone.getRelease()
                : milestone.getMilestone();
    }
}
