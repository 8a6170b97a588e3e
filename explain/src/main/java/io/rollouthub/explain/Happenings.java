package io.rollouthub.explain;

import io.rollouthub.domain.fact.Fact;
import io.rollouthub.domain.fact.History;
import io.rollouthub.domain.fact.Report;
import io.rollouthub.event.ContractSigned;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.event.ReleaseDelivered;
import io.rollouthub.report.FactKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has been reported to have happened for a milestone: its own achievement, or what its target counts. */
final class Happenings {
    private static final int MOST_SITES = 50;

    private final String cluster;
    private final Archive archive;
    private final Words words;

    Happenings(String cluster, Archive archive, Words words) {
        this.cluster = cluster;
        this.archive = archive;
        this.words = words;
    }

    /** A site that is live. */
    private record Site(LocalDate date, String line) {}

    List<String> of(FactKey key, Fact fact, List<Chapter> chapters) {
        List<String> lines = new ArrayList<>();
        chapters.stream()
                .filter(chapter -> !chapter.isPlan())
                .forEach(chapter -> lines.add(words.said(chapter.report(), ReportWords.of(chapter.report()))));
        Object target = fact.target();
        if (target instanceof GoLiveCount t) {
            lines.addAll(sites(t));
        } else if (target instanceof ReleaseDelivered t) {
            lines.addAll(reports(FactKey.release(cluster, t.getProduct(), t.getRelease()), "the release"));
        } else if (target instanceof ContractSigned t) {
            lines.addAll(reports(FactKey.contract(cluster, t.getContract()), "the contract"));
        } else if (lines.isEmpty()) {
            lines.add(
                    switch (key.kind()) {
                        case GO_LIVE -> "It has not been reported live.";
                        case RELEASE -> "It has not been reported delivered.";
                        case COMMITMENT, CONTRACT -> "It has not been reported met.";
                    });
        }
        return lines;
    }

    private List<String> reports(FactKey key, String what) {
        List<String> lines = archive.of(key).standing().stream()
                .map(report -> words.said(report, ReportWords.of(report)))
                .toList();
        return lines.isEmpty() ? List.of("Nothing has been reported on " + what + ".") : lines;
    }

    private List<String> sites(GoLiveCount target) {
        List<Site> sites = archive.goLives().stream()
                .filter(key -> matches(key, target))
                .flatMap(key -> Stream.ofNullable(site(archive.of(key))))
                .filter(site -> target.getSince() == null || !site.date().isBefore(target.getSince()))
                .sorted(Comparator.comparing(Site::date).thenComparing(Site::line))
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add("Promised: " + Target.of(target) + ". So far "
                + (sites.isEmpty() ? "none counts." : sites.size() == 1 ? "1 counts:" : sites.size() + " count:"));
        sites.stream().limit(MOST_SITES).forEach(site -> lines.add("  " + site.line()));
        if (sites.size() > MOST_SITES) {
            lines.add("  and " + (sites.size() - MOST_SITES) + " later ones");
        }
        return lines;
    }

    private static boolean matches(FactKey key, GoLiveCount target) {
        String[] parts = key.id().split("/");
        return (target.getProduct() == null || target.getProduct().equals(parts[1]))
                && (target.getRelease() == null || target.getRelease().equals(parts[2]));
    }

    private static @Nullable Site site(History history) {
        Report live = null;
        for (Report report : history.standing()) {
            GoLiveStatus status = ((GoLiveEvent) report.event()).getStatus();
            if (status == GoLiveStatus.LIVE) {
                live = report;
            }
        }
        LocalDate date = history.fold().achieved();
        return live == null || date == null
                ? null
                : new Site(
                        date,
                        date + ": " + Words.name(history.key(), history.fold().title()) + Words.cause(live));
    }
}
