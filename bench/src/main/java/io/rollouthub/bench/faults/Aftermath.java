package io.rollouthub.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollouthub.output.Alert;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubClock;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.KafkaCallException;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Lag;
import io.rollouthub.reader.Positions;
import io.rollouthub.reader.Stage;
import io.rollouthub.registry.RegistryUnavailableException;
import io.rollouthub.report.OriginKey;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * What came of a campaign: every record that Kafka took is judged once, and all that the hub tells is what an undisturbed replay of
 * its journal tells. A midnight makes all figures afresh before they are compared.
 */
public final class Aftermath {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final int SHOWN = 10;

    private final Site site;
    private final Connection hub;
    private final ZoneId zone;
    private final Duration patience;
    private final List<String> problems = new ArrayList<>();

    /** @param zone the programme's, where no day ends before the reckoning begins */
    Aftermath(Site site, Connection hub, ZoneId zone, Duration patience) {
        this.site = site;
        this.hub = hub;
        this.zone = zone;
        this.patience = patience;
    }

    /** What it is held against. */
    record Claims(
            Map<OriginKey, Boolean> taken,
            Set<OriginKey> unknowable,
            Set<String> forgotten,
            List<String> suppliers,
            Set<OriginKey> foreign) {}

    /** Figures, and what is wrong, in sentences. */
    public record Result(
            long records,
            long accepted,
            long lost,
            long doubled,
            long disagreeing,
            long differences,
            List<String> problems) {}

    /** @param receiver who has been told of alerts, if anybody has */
    Result reckon(Claims claims, @Nullable ToldReceiver receiver) throws IOException {
        awaitFinished();
        LocalDate today = LocalDate.now(zone);
        Instant midnight = today.plusDays(1).atStartOfDay(zone).toInstant();
        site.letTimeBe(Duration.between(Instant.now(), midnight).plusMinutes(1));
        await("the clock comes to the next day", () -> {
            HubClock clock = HubClock.read(hub);
            return clock != null && clock.tick().isAfter(midnight);
        });
        awaitFinished();

        if (receiver != null) {
            awaitHeard(receiver);
        }
        Judged judged = Judged.read(
                hub, claims.suppliers().stream().map(SupplierTopics::in).toList());
        List<OriginKey> lost = judged.lost(claims.unknowable());
        List<OriginKey> doubled = judged.doubled();
        tell("taken by Kafka and there no more", judged.vanished(claims.taken().keySet()));
        tell("not judged", lost);
        tell("judged more than once", doubled);
        tell("not judged as they should be", judged.misjudged(claims.taken()));
        List<String> disagreeing = ToldVerdicts.read(hub, claims.suppliers()).disagreeing(judged, claims.forgotten());
        tell("without the one verdict that says what became of them", disagreeing);

        String whole = site.programs().runOnHub(PATIENCE, List.of("journal", "verify"));
        tell("foreign and not told as passed over", notPassedOver(claims.foreign(), whole));
        tellUnlessVerified(claims.forgotten());
        List<String> differences = differences(claims.forgotten(), today);
        tell("differences between what is told and what a replay tells", differences);
        return new Result(
                judged.published().size(),
                judged.published().stream()
                        .filter(judged.accepted()::containsKey)
                        .count(),
                lost.size(),
                doubled.size(),
                disagreeing.size(),
                differences.size(),
                problems);
    }

    /** Of the journal: what stands on control is passed over on the way there. */
    static List<OriginKey> notPassedOver(Set<OriginKey> foreign, String printed) {
        return foreign.stream()
                .filter(place -> place.topic().equals(Topics.JOURNAL.name()))
                .filter(place -> !printed.contains(
                        place.topic() + " " + place.partition() + ":" + place.offset() + " is passed over"))
                .toList();
    }

    /** Where nobody knows any more what was refused, as its topic was deleted, that alone may differ. */
    private void tellUnlessVerified(Set<String> forgotten) {
        String verified = site.programs().look(PATIENCE, List.of("verify", "--format", "json"));
        JsonNode root = ReplayDifferences.parsed(verified);
        int different =
                forgotten.isEmpty() ? root.path("refusals").path("different").asInt() : 0;
        for (JsonNode topic : root.path("topics")) {
            different += topic.path("different").asInt();
        }
        tell("rows that do not follow from the journal", different == 0 ? List.of() : List.of(verified));
    }

    /** Of all that is open, and of nothing else, is known that it is. */
    private void awaitHeard(ToldReceiver receiver) {
        Set<String> open = new HubReader(hub)
                .now().openAlerts().stream().map(Alert::getAlertId).collect(Collectors.toCollection(TreeSet::new));
        try {
            await("the receiver has heard of all alerts", () -> receiver.open().equals(open));
        } catch (CampaignException e) {
            Set<String> heard = receiver.open();
            tell(
                    "alerts that are open, of which nobody was told",
                    open.stream().filter(one -> !heard.contains(one)).toList());
            tell(
                    "alerts that have ended, of which nobody was told",
                    heard.stream().filter(one -> !open.contains(one)).toList());
        }
    }

    private List<String> differences(Set<String> forgotten, LocalDate until) {
        Path journal = site.folder().resolve("journal.jsonl");
        site.programs().runOnHub(PATIENCE, List.of("journal", "export", journal.toString()));
        String told = site.programs().runOnHub(PATIENCE, List.of("status", "--format", "json"));
        String replayed = site.programs()
                .run(PATIENCE, List.of("replay", journal.toString(), "--until", until.toString(), "--format", "json"));
        return ReplayDifferences.between(told, replayed, forgotten);
    }

    private void tell(String what, List<?> found) {
        if (!found.isEmpty()) {
            problems.add(found.size() + " " + what + ": "
                    + found.stream().limit(SHOWN).map(String::valueOf).toList());
        }
    }

    /** Waits until gate and ledger have taken in all that is there, and told all of it. */
    void awaitFinished() {
        try (Admin admin = KafkaClients.admin(hub.client());
                Lag lag = new Lag(admin, hub.client(), hub.registry())) {
            await("gate and ledger have finished", () -> List.of(Stage.GATE, Stage.LEDGER).stream()
                    .allMatch(stage -> lag.total(
                                    stage,
                                    Positions.highWatermarks(
                                            admin,
                                            Positions.partitions(admin, stage.inputs(KafkaClients.topics(admin)))))
                            == 0));
        }
    }

    private void await(String what, BooleanSupplier reached) {
        long end = System.nanoTime() + patience.toNanos();
        while (!answers(reached)) {
            site.startEnded();
            if (System.nanoTime() - end > 0) {
                throw new CampaignException(
                        "It did not come to this within " + patience.toSeconds() + " s: " + what + ".");
            }
            KafkaCalls.waitUntil(System.nanoTime() + LOOK_NANOS);
        }
    }

    /** One who is not answered asks again. */
    private static boolean answers(BooleanSupplier question) {
        try {
            return question.getAsBoolean();
        } catch (KafkaCallException | RegistryUnavailableException e) {
            return false;
        }
    }
}
