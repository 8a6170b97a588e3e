package io.rollouthub.console.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollouthub.check.Reason;
import io.rollouthub.check.Refusal;
import io.rollouthub.console.live.Known;
import io.rollouthub.explain.Journal;
import io.rollouthub.http.Json;
import io.rollouthub.journal.Origin;
import io.rollouthub.programmefile.ProgrammeFile;
import io.rollouthub.reader.rejected.Rejected;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.SupplierTopics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told of a milestone, an alert, a cluster and of refused records. */
class PastAndPresentTest {
    private static final Path PROGRAMME = Path.of("..", "examples", "npfit", "programme.yaml");

    private final Known npfit = Known.of(Journal.npfit());

    @Test
    void aMilestoneHasItsPlanItsReportsItsAlertsAndItsStory() {
        JsonNode answer = milestone(npfit, "south/go-live/taunton-somerset/millennium/R0");

        assertThat(answer.at("/milestone/name").asText()).isEqualTo("Taunton and Somerset");
        assertThat(answer.path("plan").findValuesAsText("date")).containsExactly("2006-08-31", "2006-10-08", "null");
        assertThat(answer.path("history").findValuesAsText("cause"))
                .containsExactly("fujitsu/npfit-016", "fujitsu/npfit-023", "fujitsu/npfit-027");
        assertThat(answer.at("/history/2/words").asText()).contains("without a new date");
        assertThat(answer.at("/history/0/source").asText()).startsWith("digitalhealth.net");
        JsonNode missed = answer.path("alerts").get(0);
        assertThat(missed.path("kind").asText()).isEqualTo("MILESTONE_MISSED");
        assertThat(missed.path("episodes")).hasSize(2);
        assertThat(missed.at("/episodes/0/resolution").asText()).isEqualTo("REPLANNED");
        assertThat(missed.at("/episodes/0/transitions").findValuesAsText("state"))
                .containsExactly("OPEN", "RESOLVED");
        assertThat(answer.at("/story/sections").findValuesAsText("heading")).contains("How the date moved");
    }

    @Test
    void aPendingPledgeHasTheNumbersBehindItsForecast() {
        JsonNode forecast = milestone(npfit, "south/one-a-month-to-april-2007").path("forecast");

        assertThat(forecast.path("remaining").asInt()).isEqualTo(6);
        assertThat(forecast.path("daysLeft").asInt()).isEqualTo(119);
        assertThat(forecast.at("/words/0").asText())
                .startsWith("4 of the 6 still needed have a date; at this record 3.2 of them are expected in time");
        assertThat(milestone(npfit, "south/dozen-by-end-october")
                        .path("forecast")
                        .isNull())
                .isTrue();
    }

    @Test
    void aMilestoneThatNeverWasIsNoneWhateverItsIdLooksLike() {
        for (String id :
                List.of("south/nothing", "south/go-live/x", "south", "nowhere/dozen-by-end-october", "/", "")) {
            assertThat(npfit.<@Nullable Object>look((board, stories) -> MilestoneAnswer.of(board, stories, id)))
                    .as(id)
                    .isNull();
        }
    }

    @Test
    void aMilestoneThatHasCeasedToExistKeepsItsReports() {
        Known known = known("""
                {"type": "GoLiveEvent", "eventId": "e-1", "reportedAt": "2006-01-01T09:00:00Z", "supplier": "fujitsu", \
                "cluster": "south", "site": "weston", "product": "millennium", "release": "R0", "status": "PLANNED", \
                "date": "2006-03-01"}
                {"type": "GoLiveEvent", "eventId": "e-2", "reportedAt": "2006-01-02T09:00:00Z", "supplier": "fujitsu", \
                "cluster": "south", "site": "weston", "product": "millennium", "release": "R0", "status": "POSTPONED", \
                "replaces": "e-1"}
                """);
        JsonNode answer = milestone(known, "south/go-live/weston/millennium/R0");

        assertThat(answer.path("milestone").isNull()).isTrue();
        assertThat(answer.path("history").findValuesAsText("standing")).containsExactly("false", "true");
    }

    @Test
    void reportsThatCorrectOneThatHasNotComeAreListedUntilItComes() {
        String first = """
                {"type": "GoLiveEvent", "eventId": "e-2", "reportedAt": "2006-01-02T09:00:00Z", "supplier": "fujitsu", \
                "cluster": "south", "site": "weston", "product": "millennium", "release": "R0", "status": "PLANNED", \
                "date": "2006-03-02", "replaces": "e-1"}
                {"type": "ContractEvent", "eventId": "c-2", "reportedAt": "2006-01-03T09:00:00Z", "supplier": "fujitsu", \
                "cluster": "south", "contract": "c", "buyer": "a", "provider": "b", "stage": "NEGOTIATING", \
                "replaces": "c-1"}
                """;
        JsonNode waiting = cluster(known(first), "south").path("corrections");
        assertThat(waiting.findValuesAsText("eventId")).containsExactly("e-2", "c-2");
        assertThat(waiting.findValuesAsText("replaces")).containsExactly("e-1", "c-1");
        assertThat(waiting.findValuesAsText("milestone")).containsExactly("south/go-live/weston/millennium/R0", "null");
        assertThat(waiting.findValuesAsText("contract")).containsExactly("null", "c");

        JsonNode come = cluster(known(first + """
                {"type": "GoLiveEvent", "eventId": "e-1", "reportedAt": "2006-01-04T09:00:00Z", "supplier": "fujitsu", \
                "cluster": "south", "site": "weston", "product": "millennium", "release": "R0", "status": "PLANNED", \
                "date": "2006-03-01"}
                """), "south").path("corrections");
        assertThat(come.findValuesAsText("eventId")).containsExactly("c-2");
    }

    @Test
    void anAlertHasItsCausesWithTheirSources() {
        JsonNode answer = json(Objects.requireNonNull(alert("south/MILESTONE_MISSED/dozen-by-end-october")));

        assertThat(answer.at("/alert/state").asText()).isEqualTo("OPEN");
        assertThat(answer.at("/alert/milestone").asText()).isEqualTo("south/dozen-by-end-october");
        assertThat(answer.at("/milestone/status").asText()).isEqualTo("MISSED");
        assertThat(answer.path("causes").findValuesAsText("cause")).containsExactly("fujitsu/npfit-017");
        assertThat(answer.at("/causes/0/source").asText()).isNotEmpty();
        assertThat(answer.at("/story/about").asText()).startsWith("south/MILESTONE_MISSED/dozen-by-end-october");
        assertThat(alert("south/MILESTONE_MISSED/nothing")).isNull();
    }

    @Test
    void theAlertsOfAMilestoneAreOneLine() {
        JsonNode lines = toDo(npfit, Map.of("size", List.of("500")));
        JsonNode alerts = alerts(npfit, Map.of("size", List.of("500")));

        assertThat(lines.path("open").asInt()).isLessThan(alerts.path("open").asInt());
        assertThat(lines.path("groups").findValuesAsText("name")).doesNotHaveDuplicates();
        JsonNode taunton = StreamSupport.stream(lines.path("groups").spliterator(), false)
                .filter(line -> line.path("subject").asText().equals("go-live/taunton-somerset/millennium/R0"))
                .findFirst()
                .orElseThrow();
        assertThat(taunton.path("course").asText()).isEqualTo("MISSED");
        assertThat(taunton.path("severity").asText()).isEqualTo("CRITICAL");
        assertThat(taunton.path("alerts").findValuesAsText("kind"))
                .containsExactly("MILESTONE_MISSED", "DATE_SLIPPING");
        assertThat(taunton.path("times").asInt()).isEqualTo(3);
    }

    @Test
    void linesAreGroupedByClusterAndSortedAsAskedFor() {
        for (String sort : List.of("newest", "worst")) {
            JsonNode lines = toDo(npfit, Map.of("size", List.of("500"), "sort", List.of(sort)));
            List<String> clusters = texts(lines.path("groups"), "cluster");
            assertThat(clusters).contains("london", "south");
            assertThat(clusters.stream().distinct().flatMap(one -> clusters.stream()
                            .filter(one::equals)))
                    .containsExactlyElementsOf(clusters);
        }
        List<String> worst = texts(
                toDo(npfit, Map.of("cluster", List.of("south"), "sort", List.of("worst")))
                        .path("groups"),
                "severity");
        assertThat(worst).contains("CRITICAL", "WARNING").isSorted();
        assertThat(cluster(npfit, "south").path("toDoCritical").asInt()
                        + cluster(npfit, "south").path("toDoWarning").asInt())
                .isEqualTo(toDo(npfit, Map.of("cluster", List.of("south")))
                        .path("total")
                        .asInt());
    }

    private static List<String> texts(JsonNode rows, String field) {
        List<String> texts = new ArrayList<>();
        rows.forEach(row -> texts.add(row.path(field).asText()));
        return texts;
    }

    @Test
    void openAndPastEpisodesAreAllThereAre() {
        JsonNode open = alerts(npfit, Map.of());
        JsonNode past = alerts(npfit, Map.of("state", List.of("past")));
        JsonNode all = alerts(npfit, Map.of("state", List.of("all"), "size", List.of("500")));

        assertThat(open.path("alerts").findValuesAsText("state")).containsOnly("OPEN");
        assertThat(past.path("alerts").findValuesAsText("state")).containsOnly("RESOLVED");
        assertThat(all.path("total").asInt())
                .isEqualTo(open.path("total").asInt() + past.path("total").asInt())
                .isEqualTo(open.path("open").asInt() + open.path("past").asInt());
        assertThat(all.path("alerts").findValuesAsText("startsAt")).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(alerts(npfit, Map.of("cluster", List.of("london"), "state", List.of("all")))
                        .path("alerts")
                        .findValuesAsText("cluster"))
                .isNotEmpty()
                .containsOnly("london");
        assertThat(alerts(npfit, Map.of("kind", List.of("DATE_SLIPPING"), "state", List.of("all")))
                        .path("alerts")
                        .findValuesAsText("kind"))
                .isNotEmpty()
                .containsOnly("DATE_SLIPPING");
    }

    @Test
    void theLinesOfABurnUpAreOfOneLengthAndEndInWhatIsKnown() {
        JsonNode cluster = cluster(npfit, "south");
        JsonNode burnUp = cluster.path("burnUp");
        int months = burnUp.path("months").size();

        for (String line : List.of("baseline", "currentPlan", "actual", "likely", "sure")) {
            assertThat(burnUp.path(line)).as(line).hasSize(months);
        }
        int now = months(burnUp).indexOf("2007-01");
        assertThat(burnUp.path("actual").get(now).asInt())
                .isEqualTo(cluster.path("live").asInt());
        assertThat(burnUp.path("actual").get(now + 1).isNull()).isTrue();
        assertThat(burnUp.path("baseline").get(months - 1).asInt())
                .isEqualTo(cluster.path("planned").asInt());
        assertThat(burnUp.path("likely").get(now - 1).isNull()).isTrue();
        for (int month = now; month < months; month++) {
            int likely = burnUp.path("likely").get(month).asInt();
            assertThat(burnUp.path("sure").get(month).asInt()).isLessThanOrEqualTo(likely);
            assertThat(likely).isGreaterThanOrEqualTo(cluster.path("live").asInt());
        }
    }

    @Test
    void amountsAreTextSoThatNoCentIsLost() {
        JsonNode value = cluster(npfit, "south").at("/contracts/1/value");

        assertThat(value.isTextual()).isTrue();
        assertThat(value.asText()).isEqualTo("896000000.00");
    }

    @Test
    void liveSitesThatWereNeverPlannedAreCountedApart() {
        JsonNode south = cluster(npfit, "south");

        assertThat(south.path("livePlanned").asInt()
                        + south.path("liveUnplanned").asInt())
                .isEqualTo(south.path("live").asInt());
        assertThat(south.path("livePlanned").asInt())
                .isLessThanOrEqualTo(south.path("planned").asInt());
        assertThat(south.path("liveUnplanned").asInt()).isEqualTo(1);
    }

    @Test
    void theRecordHasTheScoresOfEachSupplierAndTheirSum() {
        JsonNode all = record(npfit, Map.of());
        JsonNode fujitsu = record(npfit, Map.of("cluster", List.of("south"), "supplier", List.of("fujitsu")));
        JsonNode row = fujitsu.at("/suppliers/0");

        assertThat(all.path("calibration").findValuesAsText("called"))
                .hasSize(11)
                .startsWith("0", "10");
        assertThat(sum(all.path("calibration"), "forecasts"))
                .isEqualTo(all.path("forecasts").asInt())
                .isEqualTo(sum(all.path("leads"), "forecasts"));
        assertThat(sum(all.path("calibration"), "met"))
                .isEqualTo(all.path("met").asInt());
        assertThat(fujitsu.path("suppliers")).hasSize(1);
        for (JsonNode lead : fujitsu.path("leads")) {
            String days = lead.path("lead").asText();
            assertThat(lead.path("forecasts")).isEqualTo(row.path("forecasts" + days));
            assertThat(lead.path("met")).isEqualTo(row.path("forecastsKept" + days));
            assertThat(lead.path("brier").asDouble())
                    .isEqualTo(row.path("brier" + days).asDouble(), within(1e-12));
            assertThat(lead.path("brierOfPromise").asDouble())
                    .isEqualTo(row.path("brierOfPromise" + days).asDouble(), within(1e-12));
        }
        assertThat(sum(fujitsu.path("leads"), "forecasts")).isPositive();
    }

    private static int sum(JsonNode rows, String field) {
        int sum = 0;
        for (JsonNode row : rows) {
            sum += row.path(field).asInt();
        }
        return sum;
    }

    @Test
    void aClusterWithoutAReportHasACardOfTheSameFields() {
        Known empty = known("");
        JsonNode card = cluster(empty, "london");

        assertThat(card.path("clock").isNull()).isTrue();
        assertThat(card.path("live").asInt()).isZero();
        assertThat(card.path("ratePerMonth90").isNull()).isTrue();
        assertThat(card.at("/burnUp/months")).isEmpty();
        assertThat(card.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(() -> cluster(npfit, "south")
                .fieldNames());
    }

    @Test
    void aNameThatLooksLikeMarkupIsData() {
        String name = "<script>alert(1)</script>";
        Known known = known("""
                {"type": "GoLiveEvent", "eventId": "e-1", "reportedAt": "2006-01-01T09:00:00Z", "supplier": "fujitsu", \
                "cluster": "south", "site": "weston", "siteName": "%s", "product": "millennium", "release": "R0", \
                "status": "PLANNED", "date": "2006-03-01"}
                """.formatted(name));

        assertThat(milestone(known, "south/go-live/weston/millennium/R0")
                        .at("/milestone/name")
                        .asText())
                .isEqualTo(name);
    }

    @Test
    void refusedRecordsAreCountedAndShownAsWhatTheyCanBeReadAs() {
        Known known = known("");
        known.refuse(rejected("bt", 1, Reason.UNDECODABLE), "no event".getBytes(StandardCharsets.UTF_8));
        known.refuse(rejected("bt", 2, Reason.UNDECODABLE), new byte[] {0, 1, (byte) 0xff});
        known.refuse(rejected("stranger", 3, Reason.UNKNOWN_SUPPLIER), null);
        known.refuse(rejected("bt", 4, Reason.UNDECODABLE), "x".repeat(5_000).getBytes(StandardCharsets.UTF_8));

        JsonNode all = rejected(known, Map.of());
        assertThat(all.path("total").asInt()).isEqualTo(4);
        assertThat(all.path("suppliers").toString())
                .isEqualTo("[{\"supplier\":\"bt\",\"name\":\"BT\",\"rejected\":3},"
                        + "{\"supplier\":\"fujitsu\",\"name\":\"Fujitsu\",\"rejected\":0},"
                        + "{\"supplier\":\"stranger\",\"name\":null,\"rejected\":1}]");
        assertThat(all.path("rejected").findValuesAsText("offset")).containsExactly("4", "3", "2", "1");
        assertThat(all.path("rejected").findValuesAsText("format")).containsExactly("text", "none", "hex", "text");
        assertThat(all.at("/rejected/0/payload/cut").asBoolean()).isTrue();
        assertThat(all.at("/rejected/2/payload/text").asText()).isEqualTo("0001ff");
        assertThat(rejected(known, Map.of("reason", List.of("UNKNOWN_SUPPLIER")))
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    private static Rejected rejected(String supplier, long offset, Reason reason) {
        return new Rejected(
                supplier,
                null,
                new RejectionHeaders(
                        new Refusal(reason, "because"),
                        new Origin(SupplierTopics.in(supplier), 0, offset),
                        Instant.parse("2006-01-01T00:00:00Z").plusSeconds(offset)));
    }

    private static Known known(String lines) {
        return Known.of(Journal.of(ProgrammeFile.read(PROGRAMME), lines, "2006-02-01T00:00:00Z"));
    }

    private @Nullable Object alert(String id) {
        return npfit.<@Nullable Object>look((board, stories) -> AlertAnswer.of(board, stories, id));
    }

    private static JsonNode milestone(Known known, String id) {
        return json(Objects.requireNonNull(
                known.<@Nullable Object>look((board, stories) -> MilestoneAnswer.of(board, stories, id))));
    }

    private static JsonNode cluster(Known known, String cluster) {
        return json(known.look((board, stories) -> ClusterAnswer.of(board, stories, cluster)));
    }

    private static JsonNode alerts(Known known, Map<String, List<String>> asked) {
        return json(known.board().look(new AlertList(new Parameters(asked))::of));
    }

    private static JsonNode toDo(Known known, Map<String, List<String>> asked) {
        return json(known.board().look(new AlertGroups(new Parameters(asked))::of));
    }

    private static JsonNode record(Known known, Map<String, List<String>> asked) {
        return json(known.board().look(new RecordAnswer(new Parameters(asked))::of));
    }

    private static JsonNode rejected(Known known, Map<String, List<String>> asked) {
        return json(known.board().look(new RejectedList(new Parameters(asked))::of));
    }

    private static List<String> months(JsonNode burnUp) {
        List<String> months = new ArrayList<>();
        burnUp.path("months").forEach(month -> months.add(month.asText()));
        return months;
    }

    private static JsonNode json(@Nullable Object answer) {
        try {
            return new ObjectMapper().readTree(Json.write(Objects.requireNonNull(answer)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
