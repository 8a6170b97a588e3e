package io.rollouthub.bench.faults;

import io.rollouthub.output.Verdict;
import io.rollouthub.output.VerdictKind;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.report.OriginKey;
import io.rollouthub.serde.AvroReader;
import io.rollouthub.topic.SupplierTopics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What suppliers were told of each of their records: in a word, with the reason of a rejection. */
record ToldVerdicts(Map<OriginKey, List<String>> told) {
    private static final String ACCEPTED = VerdictKind.ACCEPTED.name();
    private static final String KNOWN = VerdictKind.KNOWN.name();

    /** Reads all of it, as one who reads what is committed. */
    static ToldVerdicts read(Connection hub, List<String> suppliers) {
        ToldVerdicts verdicts = new ToldVerdicts(new HashMap<>());
        AvroReader values = new AvroReader(hub.registry(), List.of(Verdict.getClassSchema()));
        List<String> topics = suppliers.stream().map(SupplierTopics::verdicts).toList();
        try (TopicReader reader = new TopicReader(hub.client(), topics)) {
            reader.readToEnd(record -> verdicts.add((Verdict) values.read(record.value())));
        }
        return verdicts;
    }

    private void add(Verdict verdict) {
        told.computeIfAbsent(OriginKey.of(verdict.getOrigin()), any -> new ArrayList<>())
                .add(
                        verdict.getVerdict() == VerdictKind.REJECTED
                                ? rejected(String.valueOf(verdict.getReason()))
                                : verdict.getVerdict().name());
    }

    private static String rejected(String reason) {
        return VerdictKind.REJECTED + " " + reason;
    }

    /**
     * Records that were told of otherwise than once and as what became of them; each with both.
     *
     * @param forgotten suppliers of whom nobody knows any more what was refused
     */
    List<String> disagreeing(Judged judged, Set<String> forgotten) {
        List<String> found = new ArrayList<>();
        judged.published().stream().filter(place -> counts(place, forgotten)).forEach(place -> {
            String became = became(place, judged);
            List<String> words = told.getOrDefault(place, List.of());
            if (!words.equals(List.of(became)) && !(became.equals(ACCEPTED) && words.equals(List.of(KNOWN)))) {
                found.add(place + " is " + became + ", told " + words);
            }
        });
        told.forEach((place, words) -> {
            if (counts(place, forgotten) && !judged.published().contains(place)) {
                found.add(place + " is not there, told " + words);
            }
        });
        return found;
    }

    private static boolean counts(OriginKey place, Set<String> forgotten) {
        return !forgotten.contains(SupplierTopics.supplierOf(place.topic()));
    }

    private static String became(OriginKey place, Judged judged) {
        String reason = judged.reasons().get(place);
        return reason != null ? rejected(reason) : judged.accepted().containsKey(place) ? ACCEPTED : "not judged";
    }
}
