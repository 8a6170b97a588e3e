package io.rollouthub.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.check.ProgrammeFormat;
import io.rollouthub.domain.Story;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.event.ContractStage;
import io.rollouthub.event.MilestoneStatus;
import io.rollouthub.event.ReleaseStage;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.programme.Thresholds;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whose commitment one is, and how much a supplier may open (semantics 3: NOT_OWNER, TOO_MANY_FACTS). */
class RightsTest {
    private static final Map<String, List<String>> EACH_FOR_ITSELF = Map.of("acme", List.of(), "zeta", List.of());

    private final Tables tables = Tables.inMemory();
    private final Story story = Story.keptIn(tables).on("2020-01-01T09:00:00Z");

    private void inForce(int format, int maxFacts, Map<String, List<String>> mayBeReportedBy) {
        story.programme(programme(format, maxFacts, mayBeReportedBy));
    }

    private static Programme programme(int format, int maxFacts, Map<String, List<String>> mayBeReportedBy) {
        return Programme.newBuilder()
                .setProgramme("test")
                .setName("Test")
                .setZone("UTC")
                .setClusters(List.of())
                .setSuppliers(new TreeMap<>(mayBeReportedBy)
                        .entrySet().stream().map(RightsTest::supplier).toList())
                .setThresholds(new Thresholds(0.20, null, 30, 3, 35))
                .setMaxFacts(maxFacts)
                .setFormat(format)
                .build();
    }

    private static Supplier supplier(Entry<String, List<String>> supplier) {
        return Supplier.newBuilder()
                .setSupplier(supplier.getKey())
                .setName(supplier.getKey())
                .setClusters(List.of("south"))
                .setMayBeReportedBy(supplier.getValue())
                .build();
    }

    private List<String> refused() {
        return story.ledger.refused.stream()
                .map(refused -> refused.entry().report().eventId() + " " + refused.reason())
                .toList();
    }

    @Test
    void aCommitmentIsOfTheSupplierWhoseReportCameFirstWhateverItSaysAndWhateverReplacedIt() {
        inForce(ProgrammeFormat.CURRENT, 100, EACH_FOR_ITSELF);
        story.id("a1").committed("2020-06-01", null);
        story.by("zeta").id("z1").reported("2019-12-01T09:00:00Z").committed("2020-07-01", null);
        story.id("a2").replacing("a1").committed("2020-08-01", null);
        story.by("zeta").id("z2").commitment(MilestoneStatus.MET, "2020-01-01", null);

        assertThat(refused()).containsExactly("z1 NOT_OWNER", "z2 NOT_OWNER");
        assertThat(story.milestone("m").getDue()).isEqualTo("2020-08-01");
        assertThat(story.milestone("m").getOwner()).isEqualTo("acme");
        assertThat(story.ledger.refused.get(0).detail())
                .contains("opened by acme", "suppliers.acme.may-be-reported-by");
    }

    @Test
    void whoeverIsListedMayReportButNotTheOtherWayRoundNorThoseWhomThatOneLists() {
        inForce(
                ProgrammeFormat.CURRENT,
                100,
                Map.of("acme", List.of("zeta"), "zeta", List.of("third"), "third", List.of()));
        story.id("a1").committed("2020-06-01", null);
        story.by("zeta").id("z1").committed("2020-07-01", null);
        story.by("third").id("t1").committed("2020-08-01", null);
        story.of("theirs").by("zeta").id("z2").committed("2020-07-01", null);
        story.of("theirs").id("a2").committed("2020-08-01", null);
        story.id("a3").reported("2020-01-01T10:00:00Z").committed("2020-09-01", null);

        assertThat(refused()).containsExactly("t1 NOT_OWNER", "a2 NOT_OWNER");
        assertThat(story.milestone("m").getDue()).isEqualTo("2020-09-01");
    }

    @Test
    void onACommitmentOfOneThatHasLeftEverybodyMayReport() {
        inForce(ProgrammeFormat.CURRENT, 100, EACH_FOR_ITSELF);
        story.id("a1").committed("2020-06-01", null);
        inForce(ProgrammeFormat.CURRENT, 100, Map.of("zeta", List.of(), "third", List.of()));
        story.by("zeta").id("z1").committed("2020-07-01", null);
        inForce(ProgrammeFormat.CURRENT, 100, Map.of("acme", List.of(), "zeta", List.of()));
        story.by("zeta").id("z2").committed("2020-08-01", null);

        assertThat(refused()).containsExactly("z2 NOT_OWNER");
        assertThat(story.milestone("m").getDue()).isEqualTo("2020-07-01");
    }

    @Test
    void onlyCommitmentsHaveOwners() {
        inForce(ProgrammeFormat.CURRENT, 100, EACH_FOR_ITSELF);
        story.planned("2020-06-01").by("zeta").planned("2020-06-02");
        story.release(ReleaseStage.PLANNED, "2020-06-01").by("zeta").release(ReleaseStage.PLANNED, "2020-06-02");
        story.contract(ContractStage.PREFERRED, null, null).by("zeta").contract(ContractStage.PREFERRED, null, null);

        assertThat(refused()).isEmpty();
    }

    @Test
    void aSupplierOpensAsManyThingsOfAClusterAsItMayAndReportsOnThemAndThoseOfOthersAsOftenAsItWants() {
        inForce(ProgrammeFormat.CURRENT, 2, EACH_FOR_ITSELF);
        story.of("s1").planned("2020-06-01").contract(ContractStage.PREFERRED, null, null);
        story.of("s2").id("third").planned("2020-06-01");
        story.id("third-kind").committed("2020-06-01", null);
        story.of("s1").planned("2020-06-02");
        story.of("s3").by("zeta").planned("2020-06-01").of("s3").planned("2020-06-02");
        story.of("s1").inCluster("north").planned("2020-06-01");
        assertThat(refused()).containsExactly("third TOO_MANY_FACTS", "third-kind TOO_MANY_FACTS");
        assertThat(story.ledger.refused.get(0).detail()).contains("limits.max-facts", "2");

        inForce(ProgrammeFormat.CURRENT, 3, EACH_FOR_ITSELF);
        story.of("s2").planned("2020-06-01").of("s4").id("fourth").planned("2020-06-01");
        assertThat(refused()).hasSize(3).last().isEqualTo("fourth TOO_MANY_FACTS");
    }

    @Test
    void inAJournalThatBeganBeforeTheyHoldFromTheFirstProgrammeThatAllowsThemAndForGood() {
        inForce(ProgrammeFormat.FIRST, 1, EACH_FOR_ITSELF);
        story.committed("2020-06-01", null).by("zeta").committed("2020-06-02", null);
        story.of("s1").planned("2020-06-01").of("s2").planned("2020-06-01");
        assertThat(refused()).isEmpty();

        inForce(ProgrammeFormat.CURRENT, 1, EACH_FOR_ITSELF);
        story.by("zeta").id("z").committed("2020-06-03", null).of("s3").id("a").planned("2020-06-01");
        assertThat(refused()).containsExactly("z NOT_OWNER", "a TOO_MANY_FACTS");

        inForce(ProgrammeFormat.FIRST, 1, EACH_FOR_ITSELF);
        story.by("zeta").id("z").committed("2020-06-03", null).of("s3").id("a").planned("2020-06-01");
        assertThat(refused()).hasSize(4);
    }

    @Test
    void aLedgerThatGoesOnKnowsWhoOpenedWhatAndHowMuch() {
        inForce(ProgrammeFormat.FIRST, 3, EACH_FOR_ITSELF);
        story.by("zeta").committed("2020-06-02", null);
        story.reported("2019-06-01T09:00:00Z").committed("2020-06-01", null); // acme's comes first in report order
        story.of("s1").planned("2020-06-01").of("s1").by("zeta").planned("2020-06-02");
        inForce(ProgrammeFormat.CURRENT, 3, EACH_FOR_ITSELF);

        Story after = Story.keptIn(tables).on("2020-01-02T09:00:00Z");
        after.programme(programme(ProgrammeFormat.CURRENT, 3, EACH_FOR_ITSELF));
        after.id("a").committed("2020-07-01", null);
        after.by("zeta").id("z").committed("2020-07-01", null);
        after.of("s2").id("s2").planned("2020-06-01").of("s3").id("s3").planned("2020-06-01");
        after.of("s4").id("s4").planned("2020-06-01");

        assertThat(after.ledger.refused)
                .extracting(one -> one.entry().report().eventId())
                .containsExactly("a", "s4");
    }
}
