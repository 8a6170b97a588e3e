package io.rollouthub.connect.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.event.GoLiveEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetFeedTest {
    private static final String HEADER = "Region,Trust,Name,Planned,Actual,Status";
    private static final Instant MAY = Instant.parse("2006-05-08T09:00:00Z");
    private static final Instant JUNE = Instant.parse("2006-06-05T09:00:00Z");
    private static final Instant JULY = Instant.parse("2006-07-03T09:00:00Z");

    @TempDir
    private Path dir;

    private Dropped dropped;

    @BeforeEach
    void anEmptyFolder() throws IOException {
        dropped = new Dropped(dir, """
                supplier: fujitsu
                zone: Europe/London
                dates: dd/MM/yyyy
                sheet:
                  cluster: { column: Region, words: { Southern: south } }
                  site: Trust
                  site-name: Name
                  product: { value: millennium }
                  release: { value: R0 }
                  planned: Planned
                  actual: Actual
                  status: { column: Status, cancelled: Cancelled }
                """, Instant.parse("2006-08-01T12:00:00Z"));
    }

    @Test
    void aSheetReportsWhatChangedSinceTheLastOne() throws IOException {
        dropped.drop("may.csv", MAY, HEADER, "Southern,RA3,Weston,31/07/2006,,", "Southern,RD1,Bath,31/08/2006,,");
        dropped.drop("june.csv", JUNE, HEADER, "Southern,RA3,Weston,31/07/2006,,", "Southern,RD1,Bath,30/09/2006,,");
        dropped.drop("july.csv", JULY, HEADER, "Southern,RA3,Weston,31/07/2006,01/07/2006,", "Southern,RD1,Bath,,,");

        assertThat(texts(dropped.all(dropped.feed(10))))
                .containsExactly(
                        "2006-05-08T09:00:00Z south RA3 Weston PLANNED 2006-07-31",
                        "2006-05-08T09:00:00Z south RD1 Bath PLANNED 2006-08-31",
                        "2006-06-05T09:00:00Z south RD1 Bath PLANNED 2006-09-30",
                        "2006-07-03T09:00:00Z south RA3 Weston LIVE 2006-07-01",
                        "2006-07-03T09:00:00Z south RD1 Bath POSTPONED null");
        assertThat(dropped.files()).containsExactly("done/july.csv", "done/june.csv", "done/may.csv");
    }

    @Test
    void theReportsOfOneRowFollowEachOtherInTime() throws IOException {
        dropped.drop("a.csv", MAY, HEADER, "Southern,RA3,Weston,31/07/2006,01/05/2006,");
        dropped.drop("b.csv", MAY, HEADER, "Southern,RA3,Weston,31/07/2006,02/05/2006,");

        assertThat(texts(dropped.all(dropped.feed(10))))
                .containsExactly(
                        "2006-05-08T09:00:00.001Z south RA3 Weston LIVE 2006-05-01",
                        "2006-05-08T09:00:00Z south RA3 Weston PLANNED 2006-07-31",
                        "2006-05-08T09:00:00.002Z south RA3 Weston LIVE 2006-05-02");
    }

    @Test
    void aRowOfWhichOnlyHalfArrivedIsSentAgainAsItWas() throws IOException {
        dropped.drop("may.csv", MAY, HEADER, "Southern,RA3,Weston,31/07/2006,01/05/2006,");
        List<Outgoing> first = dropped.beginning(dropped.feed(10), 1);

        List<Outgoing> again = dropped.all(dropped.feed(10));
        assertThat(texts(again))
                .containsExactly(
                        "2006-05-08T09:00:00.001Z south RA3 Weston LIVE 2006-05-01",
                        "2006-05-08T09:00:00Z south RA3 Weston PLANNED 2006-07-31");
        assertThat(ids(again)).containsAll(ids(first));
        dropped.drop("june.csv", JUNE, HEADER, "Southern,RA3,Weston,31/07/2006,01/05/2006,");
        assertThat(dropped.all(dropped.feed(10))).isEmpty();
    }

    @Test
    void theFirstReadingOfASheetTellsWhatOfItIsHistory() throws IOException {
        String live = "Southern,RA3,Weston,31/07/2006,01/05/2006,";
        String planned = "Southern,RD1,Bath,31/08/2006,,";
        String cancelled = "Southern,RD2,Yeovil,31/08/2006,01/05/2006,Cancelled";
        dropped.drop("may.csv", MAY, HEADER, live, planned, cancelled);

        assertThat(dropped.history()).isEqualTo(1);
        dropped.all(dropped.feed(10));
        dropped.drop("june.csv", JUNE, HEADER, live, "Southern,RD1,Bath,31/08/2006,01/06/2006,");
        assertThat(dropped.history()).as("the second sheet tells what is new").isZero();
    }

    @Test
    void badRowsAreRejectedWithLineAndReasonAndGoodOnesGoOn() throws IOException {
        dropped.drop(
                "may.csv",
                MAY,
                HEADER,
                "Southern,RA3,Weston,31/07/2006,,",
                "Nowhere,RA4,Yeovil,31/07/2006,,",
                "Southern,RA 5,\"Bath, Royal\",31/07/2006,,",
                "Southern,RA6,Frenchay,31/06/2006,,",
                "Southern,RA7,Southmead,,01/01/2007,",
                "Southern,RA3,Weston,30/09/2006,,",
                "Southern,,Nameless,30/09/2006,,",
                "Southern,RA8,Poole,30/09/2006,,");

        assertThat(texts(dropped.all(dropped.feed(2))))
                .containsExactly(
                        "2006-05-08T09:00:00Z south RA3 Weston PLANNED 2006-07-31",
                        "2006-05-08T09:00:00Z south RA8 Poole PLANNED 2006-09-30");
        assertThat(dropped.files()).containsExactly("done/may.csv", "done/may.csv.rejects.csv");
        assertThat(dropped.lines("done/may.csv.rejects.csv"))
                .containsExactly(
                        "line,reason,row",
                        "3,\"\"\"Nowhere\"\" in column \"\"Region\"\" is not among the words of the mapping: Southern\","
                                + "\"Nowhere,RA4,Yeovil,31/07/2006,,\"",
                        "4,\"BAD_IDENTIFIER: site is \"\"RA 5\"\"; an identifier is 1 to 64 of A-Z a-z 0-9 . -, but not . or .. alone\","
                                + "\"Southern,RA 5,\"\"Bath, Royal\"\",31/07/2006,,\"",
                        "5,\"planned: \"\"31/06/2006\"\" is no date of the form dd/MM/yyyy\","
                                + "\"Southern,RA6,Frenchay,31/06/2006,,\"",
                        "6,\"HAPPENED_IN_FUTURE: date is 2007-01-01, but it was 2006-08-01 in Europe/London when the hub took"
                                + " the report; report LIVE once it is so\",\"Southern,RA7,Southmead,,01/01/2007,\"",
                        "7,RA3 on millennium R0 in south stands on line 2 already; a sheet has one row for each,"
                                + "\"Southern,RA3,Weston,30/09/2006,,\"",
                        "8,\"column \"\"Trust\"\" is blank\",\"Southern,,Nameless,30/09/2006,,\"");
    }

    @Test
    void aFileThatIsOfNoUseIsPutAwayWithTheReason() throws IOException {
        dropped.drop("may.csv", MAY, "Region,Trust", "Southern,RA3");

        assertThat(dropped.all(dropped.feed(10))).isEmpty();
        assertThat(dropped.lines("done/may.csv.rejects.csv"))
                .containsExactly(
                        "line,reason,row",
                        "1,\"no row is read: there is no column \"\"Name\"\"; columns are \"\"Region\"\", \"\"Trust\"\"\",");
    }

    @Test
    void aSheetOlderThanTheLastOneSaysNothingOfWhatIsKnownBetter() throws IOException {
        CsvFeed feed = dropped.feed(10);
        dropped.drop("july.csv", JULY, HEADER, "Southern,RA3,Weston,31/07/2006,,", "Southern,RD1,Bath,31/07/2006,,");
        dropped.all(feed);
        dropped.drop("may.csv", MAY, HEADER, "Southern,RA3,Weston,30/06/2006,,", "Southern,RD1,Bath,31/07/2006,,");

        assertThat(dropped.all(feed)).isEmpty();
        assertThat(dropped.lines("done/may.csv.rejects.csv"))
                .containsExactly(
                        "line,reason,row",
                        "2,\"this is of 2006-05-08T09:00:00Z, but RA3 on millennium R0 in south was reported on at"
                                + " 2006-07-03T09:00:00Z; sheets are dropped in the order in which they were made\","
                                + "\"Southern,RA3,Weston,30/06/2006,,\"");
    }

    @Test
    void whateverTheMomentOfAKillEachReportIsSentOnce() throws IOException {
        String[] rows = Stream.concat(
                        Stream.of(HEADER),
                        IntStream.range(0, 20).mapToObj(i -> "Southern,R" + i + ",Site,31/07/2006,01/05/2006,"))
                .toArray(String[]::new);
        for (int kills = 1; kills <= 8; kills++) {
            dropped.drop("may.csv", MAY, rows);
            CsvFeed feed = dropped.feed(3);
            for (int step = 0; step < kills; step++) {
                dropped.step(feed);
            }
            dropped.all(dropped.feed(4)); // as after a kill: another feed, of which only what was written down is known
        }

        assertThat(ids(dropped.sent())).hasSize(40);
        assertThat(dropped.sent()).hasSize(40);
    }

    @Test
    void theSameSheetIsTheSameEventsEvenWhenAllIsForgotten() throws IOException {
        dropped.drop("may.csv", MAY, HEADER, "Southern,RA3,Weston,31/07/2006,01/05/2006,");
        Set<String> ids = ids(dropped.all(dropped.feed(10)));
        Dropped elsewhere = new Dropped(
                java.nio.file.Files.createDirectory(dir.resolve("elsewhere")),
                java.nio.file.Files.readString(dir.resolve("mapping.yaml")),
                Instant.parse("2006-09-01T12:00:00Z"));
        elsewhere.drop("may.csv", MAY, HEADER, "Southern,RA3,Weston,31/07/2006,01/05/2006,");

        assertThat(ids(elsewhere.all(elsewhere.feed(10)))).isEqualTo(ids).hasSize(2);
    }

    @Test
    void filesThatAreNotWholeAreLeftAlone() throws IOException {
        dropped.drop(".may.csv", MAY, HEADER, "Southern,RA3,Weston,31/07/2006,,");
        dropped.drop("may.csv.part", MAY, HEADER, "Southern,RA3,Weston,31/07/2006,,");
        dropped.drop("may.txt", MAY, HEADER);

        assertThat(dropped.all(dropped.feed(10))).isEmpty();
        assertThat(dropped.files()).containsExactly(".may.csv", "may.csv.part", "may.txt");
    }

    @Test
    void aNameThatIsTakenInDoneGetsTheContentsHash() throws IOException {
        CsvFeed feed = dropped.feed(10);
        dropped.drop("sites.csv", MAY, HEADER, "Southern,RA3,Weston,31/07/2006,,");
        dropped.all(feed);
        dropped.drop("sites.csv", JUNE, HEADER, "Southern,RA3,Weston,31/08/2006,,");
        dropped.all(feed);

        assertThat(dropped.files()).hasSize(2).contains("done/sites.csv");
        assertThat(dropped.files()).anyMatch(name -> name.matches("done/sites\\.[0-9a-f]{8}\\.csv"));
    }

    @Test
    void aFileIsPutAwayOnlyWhenAllOfItHasArrived() throws IOException {
        dropped.drop("may.csv", MAY, HEADER, "Southern,RA3,Weston,31/07/2006,,");
        CsvFeed feed = dropped.feed(10);

        assertThat(feed.next()).hasSize(1);
        assertThat(feed.next()).isEmpty();
        assertThat(dropped.files()).containsExactly("may.csv");
        feed.arrived();
        assertThat(feed.next()).isEmpty();
        assertThat(dropped.files()).containsExactly("done/may.csv");
    }

    private static List<String> texts(List<Outgoing> outgoing) {
        return outgoing.stream()
                .map(one -> (GoLiveEvent) one.event())
                .map(event -> String.join(
                        " ",
                        event.getReportedAt().toString(),
                        event.getCluster(),
                        event.getSite(),
                        event.getSiteName(),
                        event.getStatus().toString(),
                        String.valueOf(event.getDate())))
                .toList();
    }

    private static Set<String> ids(List<Outgoing> outgoing) {
        Set<String> ids = new HashSet<>();
        outgoing.forEach(one -> ids.add(((GoLiveEvent) one.event()).getEventId()));
        return ids;
    }
}
