package io.rollouthub.console.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.check.ProgrammeFormat;
import io.rollouthub.console.live.HeldReports.Placed;
import io.rollouthub.entry.Entry;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.explain.JournalStories;
import io.rollouthub.explain.Subject;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Origin;
import io.rollouthub.programme.Programme;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.testkit.Events;
import io.rollouthub.testkit.Npfit;
import io.rollouthub.topic.SupplierTopics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HeldReportsTest {
    private static final int MOST = 10;
    private static final Instant AT = Instant.parse("2026-01-05T09:00:00Z");

    private static final LocalDate DUE = LocalDate.of(2026, 6, 1);

    private final List<Placed> journal = new ArrayList<>();
    private final HeldReports reports = new HeldReports(MOST);
    private final List<String> readAgain = new ArrayList<>();

    @Test
    void nothingIsLetGoAsLongAsThereIsRoom() {
        report("east", MOST);
        assertThat(reports.size()).isEqualTo(MOST);
        assertThat(history("east")).hasSize(MOST);
        assertThat(readAgain).isEmpty();
    }

    @Test
    void beyondThatWhatNobodyLooksAtIsLetGoAndReadAgainWhenSomebodyDoes() {
        for (int round = 0; round < 5; round++) {
            report("east", 4);
            report("west", 4);
            report("north", 4);
            assertThat(reports.size()).isLessThanOrEqualTo(MOST);
        }
        assertThat(history("east")).hasSize(20);
        assertThat(history("east")).hasSize(20);
        assertThat(readAgain).as("once").containsExactly("east");
        assertThat(history("west")).hasSize(20);
        assertThat(reports.size()).as("the one cluster that is looked at").isEqualTo(20);
        assertThat(history("east")).hasSize(20);
        assertThat(readAgain).containsExactly("east", "west", "east");
    }

    @Test
    void whatIsLookedAtGoesOnAsTheJournalDoes() {
        report("east", MOST + 1);
        assertThat(history("east")).hasSize(MOST + 1);
        report("west", MOST);
        report("east", 1);
        assertThat(history("east")).hasSize(MOST + 2);
        assertThat(readAgain).containsExactly("east");
    }

    @Test
    void whatComesWhileItIsReadAgainIsNotLostAndNotTwice() {
        report("east", MOST + 1);
        reports.hold("east", (cluster, to) -> {
            report("east", 1); // in time to be read
            read(cluster, to);
            report("east", 1); // too late for that
        });
        assertThat(history("east")).hasSize(MOST + 3).doesNotHaveDuplicates();
    }

    @Test
    void whatCountsGoesByTheProgrammesToo() {
        report("east", MOST + 1);
        reports.hold("east", (cluster, to) -> {
            read(cluster, to);
            come(new JournalEntry(AT, null, onlyOneThingForEach()));
            report("east", "second");
        });
        assertThat(history("east")).hasSize(MOST + 1);
        assertThat(reports.<Boolean>look("east", stories -> stories.history(Subject.of("east/go-live/second/p/r"))
                        .isEmpty()))
                .isEqualTo(true);
    }

    private static Programme onlyOneThingForEach() {
        return Programme.newBuilder(Npfit.PROGRAMME)
                .setMaxFacts(1)
                .setFormat(ProgrammeFormat.CURRENT)
                .build();
    }

    @Test
    void ifItCannotBeReadAgainTheNextOneWhoLooksTries() {
        report("east", MOST + 1);
        assertThatThrownBy(() -> reports.hold("east", (cluster, to) -> {
                    throw new IllegalStateException("Kafka is away");
                }))
                .hasMessage("Kafka is away");
        assertThat(reports.<String>look("east", stories -> "something")).isNull();
        assertThat(history("east")).hasSize(MOST + 1);
    }

    @Test
    void namesAreKnownOfWhatWasLetGo() {
        report("east", MOST + 1);
        assertThat(reports.<Boolean>look("", stories -> stories.knows(subject("east"))))
                .isEqualTo(true);
    }

    /** As somebody sees it who looks. */
    private List<String> history(String cluster) {
        reports.hold(cluster, (name, to) -> {
            readAgain.add(name);
            read(name, to);
        });
        List<String> seen = reports.look(cluster, stories -> stories.history(subject(cluster)).stream()
                .map(JournalStories.AcceptedReport::report)
                .map(ReportedEvent::cause)
                .toList());
        assertThat(seen).isNotNull();
        return seen;
    }

    private static Subject subject(String cluster) {
        return Subject.of(cluster + "/go-live/s/p/r");
    }

    private void read(String cluster, Consumer<Placed> to) {
        List.copyOf(journal).stream()
                .filter(next -> Entry.of(next.entry()).programme() != null
                        || Entry.of(next.entry()).key().equals(cluster))
                .forEach(to);
    }

    /** So many more reports come, each on a new date of one site. */
    private void report(String cluster, int count) {
        for (int i = 0; i < count; i++) {
            report(cluster, "s");
        }
    }

    private void report(String cluster, String site) {
        int number = journal.size();
        GoLiveEvent planned = Events.goLive("e-" + number, GoLiveStatus.PLANNED, DUE.plusDays(number))
                .setCluster(cluster)
                .setSite(site)
                .setReportedAt(AT.plusSeconds(number))
                .build();
        Origin origin = new Origin(SupplierTopics.in("acme"), 0, (long) number);
        come(new JournalEntry(AT.plusSeconds(number), origin, planned));
    }

    private void come(JournalEntry entry) {
        Placed next = new Placed(0, entry);
        journal.add(next);
        reports.accept(List.of(next));
    }
}
