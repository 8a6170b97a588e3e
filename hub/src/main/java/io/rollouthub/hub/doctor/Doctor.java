package io.rollouthub.hub.doctor;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.hub.health.Check;
import io.rollouthub.hub.health.HubChecks;
import io.rollouthub.hub.health.OutsideLook;
import io.rollouthub.hub.settings.Settings;
import io.rollouthub.programme.Programme;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubClock;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.JournalNow;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Lag;
import io.rollouthub.reader.Positions;
import io.rollouthub.reader.Reach;
import io.rollouthub.reader.Reach.Problem;
import io.rollouthub.reader.Stage;
import io.rollouthub.runtime.Change;
import io.rollouthub.runtime.HubSchemas;
import io.rollouthub.runtime.OtherJournalException;
import io.rollouthub.runtime.SealCheck;
import io.rollouthub.runtime.StateCheck;
import io.rollouthub.runtime.StreamsProperties;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.LedgerVersion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * Makes all checks, from the connections to the clock; what cannot be looked at for lack of another is left out.
 *
 * @param mend whether to end transactions that hang
 */
public record Doctor(Connection hub, Settings settings, boolean mend, Findings findings) {
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** Tells what it finds. */
    public void look() {
        boolean kafka = answers("Kafka", Reach.kafka(hub), hub.bootstrapServers());
        boolean registry = answers(
                "registry", Reach.registry(hub.registry()), hub.registry().address());
        if (!kafka) {
            return;
        }
        Admin admin = KafkaClients.admin(hub.client(), PATIENCE);
        try {
            findings.check(
                    "cluster",
                    () -> new ClusterCheck(admin, StreamsProperties.patience(settings.streams(hub)), findings).look());
            Set<String> names = KafkaClients.topics(admin);
            findings.check("transactions", () -> new TransactionsCheck(admin, findings, mend).look());
            Programme programme = registry ? programme(names) : null;
            if (registry) {
                findings.check("journal", () -> journal(admin, programme));
            } else {
                findings.check("topics", () -> new TopicsCheck(hub, settings, findings).look(admin, programme));
            }
            if (registry) {
                findings.check("schemas", () -> schemas(programme));
                findings.check("subjects", () -> new SubjectsCheck(hub.registry(), findings).look());
                findings.check("writers", () -> new WritersCheck(hub, findings).look());
                findings.check("state", () -> state(admin));
            }
            try (Lag lag = new Lag(admin, hub.client(), hub.registry())) {
                for (Stage stage : Stage.values()) {
                    findings.check(stage.title(), () -> stage(stage, admin, lag, names));
                }
            }
            if (registry && names.contains(Topics.JOURNAL.name())) {
                findings.check("clock", this::clock);
                if (Stage.isAnyRun(admin)) {
                    findings.check("progress", this::vitals);
                }
            }
        } finally {
            admin.close(Duration.ofSeconds(1));
        }
    }

    private boolean answers(String what, @Nullable Problem problem, String address) {
        if (problem == null) {
            findings.ok(what, "answers at " + address);
        } else {
            findings.wrong(what, problem.what(), problem.remedy());
        }
        return problem == null;
    }

    private @Nullable Programme programme(Set<String> names) {
        AtomicReference<@Nullable Programme> read = new AtomicReference<>();
        findings.check("programme", () -> {
            if (names.contains(Topics.PROGRAMME.name())) {
                read.set(HubReader.programme(hub.client(), hub.registry()));
            }
            Programme programme = read.get();
            if (programme == null) {
                findings.wrong("programme", "none has been published", Findings.APPLY);
            } else {
                findings.ok(
                        "programme",
                        programme.getProgramme() + ", zone " + programme.getZone() + ", "
                                + programme.getSuppliers().size() + " suppliers, "
                                + programme.getClusters().size() + " clusters");
            }
        });
        return read.get();
    }

    /** Whether the journal is what it was; the topics are wanted to be as it is, so of another one nothing follows for them. */
    private void journal(Admin admin, @Nullable Programme programme) {
        JournalNow journal = JournalNow.read(admin, hub.client(), hub.registry());
        try {
            OtherJournalException.require(journal);
            if (journal.kept() != null) {
                findings.ok("journal", journal.partitions() + " partitions, as when it began");
            }
        } catch (OtherJournalException e) {
            findings.wrong("journal", e.what(), e.remedy());
            return;
        }
        findings.check("topics", () -> new TopicsCheck(hub, settings, findings).look(admin, programme));
    }

    /** Each schema: whether it is registered, and what may come after it. */
    private void schemas(@Nullable Programme programme) {
        Map<String, String> schemas = HubSchemas.of(programme);
        List<Change> changes = HubSchemas.changes(schemas, hub.registry());
        for (String subject : schemas.keySet()) {
            String wrong = TopicsCheck.differences(changes, subject);
            if (wrong.isEmpty()) {
                findings.ok("schema " + subject, "registered, " + Change.COMPATIBILITY);
            } else {
                findings.wrong("schema " + subject, wrong, Findings.APPLY);
            }
        }
    }

    /** Whether this program can go on with what the ledger keeps. */
    private void state(Admin admin) {
        RolloutException wrong = new StateCheck(hub.client(), hub.registry()).look();
        boolean isRun = Stage.LEDGER.members(admin) > 0; // then it has held it against its seal itself
        if (wrong == null && !isRun) {
            wrong = new SealCheck(hub.client(), hub.registry()).look();
        }
        if (wrong == null) {
            findings.ok("state", "none yet, or of version " + LedgerVersion.CURRENT + ", as this program's, and whole");
        } else {
            findings.wrong("state", wrong.what(), wrong.remedy());
        }
    }

    /** Whether somebody runs it, and how far it is. */
    private void stage(Stage stage, Admin admin, Lag lag, Set<String> topics) {
        int members = stage.members(admin);
        long left = lag.total(stage, Positions.lastStable(admin, Positions.partitions(admin, stage.inputs(topics))));
        if (members == 0) {
            findings.wrong(
                    stage.title(),
                    "nobody runs it (group " + stage.group() + "), " + left + " records to go",
                    "Start the hub: 'rollout up', or 'rollout streams' on an existing Kafka.");
        } else {
            findings.ok(stage.title(), members + (members == 1 ? " member, " : " members, ") + left + " records to go");
        }
    }

    /** How old the last tick is. */
    private void clock() {
        tell(HubChecks.clock(HubClock.read(hub), settings.clock()));
    }

    /** Whether what has something to do gets on, which takes up to a minute to see, and alerts reach their receivers. */
    private void vitals() {
        OutsideLook.patiently(hub, settings.clock()).forEach(this::tell);
    }

    private void tell(Check one) {
        String how = String.valueOf(one.detail());
        if (one.ok()) {
            findings.ok(one.check(), how);
        } else {
            findings.wrong(one.check(), how, String.valueOf(one.remedy()));
        }
    }
}
