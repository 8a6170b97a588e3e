package io.rollouthub.explain;

import io.rollouthub.domain.alert.Alerts;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What may have been meant by a name that does not exist. */
final class NearNames {
    private static final int MOST = 3;
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private NearNames() {}

    private record Candidate(String id, int distance) {}

    /**
     * The ids most like a subject's, the nearest first.
     *
     * @param known names as {@code <cluster>/<milestone or supplier>}
     */
    static List<String> of(Subject subject, Collection<String> known) {
        String typed = subject.id().toLowerCase(Locale.ROOT);
        List<String> ids =
                known.stream().flatMap(name -> ids(subject, name)).sorted().toList();
        List<String> containing = ids.stream().filter(id -> contains(id, typed)).toList();
        if (!containing.isEmpty() && containing.size() <= MOST) {
            return containing;
        }
        return ids.stream()
                .map(id -> new Candidate(id, DISTANCE.apply(typed, id.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance() <= Math.max(2, typed.length() / 4))
                .sorted(Comparator.comparing(Candidate::distance))
                .map(Candidate::id)
                .limit(MOST)
                .toList();
    }

    /** Whether every part of what was typed is a part of the id. */
    private static boolean contains(String id, String typed) {
        return Stream.of(typed.split("/")).allMatch(id.toLowerCase(Locale.ROOT)::contains);
    }

    /** The ids that a name may have been meant in: of an alert if one was typed, however badly. */
    private static Stream<String> ids(Subject subject, String name) {
        String cluster = name.substring(0, name.indexOf('/'));
        String rest = name.substring(cluster.length() + 1);
        if (subject.kind() != null) {
            return Stream.of(Alerts.id(cluster, subject.kind(), rest));
        }
        return subject.name().contains("_")
                ? Subject.KINDS_ON_MILESTONES.stream().map(kind -> Alerts.id(cluster, kind, rest))
                : Stream.of(name);
    }
}
