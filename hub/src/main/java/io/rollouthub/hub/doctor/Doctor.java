package io.rollouthub.hub.doctor;

import io.rollouthub.failure.RolloutException;
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
import io.rollouthub.runtime.ExistingTopic;
import io.rollouthub.runtime.HubSchemas;
import io.rollouthub.runtime.OtherJournalException;
import io.rollouthub.runtime.Provisioning;
import io.rollouthub.runtime.SealCheck;
import io.rollouthub.runtime.StateCheck;
import io.rollouthub.runtime.StreamsProperties;
import io.rollouthub.runtime.TopicChanges;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.LedgerVersion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
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
                findings.check("topics", () -> topics(admin, programme));
            }
            if (registry) {
                findings.check("schemas", () -> schemas(programme));
                findings.check("state", () -> state(admin));
            }
            try (Lag lag = new Lag(admin, hub.client(), hub.registry())) {
                for (Stage stage : Stage.values()) {
                    findings.check(stage.title(), () -> stage(stage, admin, lag, names));
                }
            }
            if (registry && names.contains(Topics.JOURNAL.name())) {
                findings.check("clock", this::clock);
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

    /** Each topic of the programme: whether it is there, with the partitions and settings it should have. */
    private void topics(Admin admin, @Nullable Programme programme) {
        TopicChanges topics = new Provisioning(settings.streams(hub), hub.registry()).topicChanges(admin, programme);
        topics.wanted().forEach(topic -> topic(topic, topics));
    }

    private void topic(NewTopic wanted, TopicChanges topics) {
        String what = "topic " + wanted.name();
        ExistingTopic there = topics.existing().get(wanted.name());
        if (there == null) {
            findings.wrong(what, "is missing", Findings.APPLY);
            return;
        }
        String toSet = differences(topics.changes(), wanted.name());
        // What only differs from a wish, such as more partitions, does no harm.
        String toStay = topics.kept().stream()
                .filter(kept ->
                        kept.topic().equals(wanted.name()) && kept.setting().isEmpty())
                .map(kept -> kept.is() + " " + kept.property() + " instead of " + kept.wanted())
                .collect(Collectors.joining(", "));
        if (!toStay.isEmpty()) {
            findings.wrong(
                    what,
                    toSet.isEmpty() ? toStay : toSet + ", " + toStay,
                    "Its partitions cannot be changed: delete the topic if nothing in it matters, then apply.");
        } else if (!toSet.isEmpty()) {
            findings.wrong(what, toSet, Findings.APPLY);
        } else {
            String settings = new TreeMap<>(wanted.configs())
                    .entrySet().stream().map(Object::toString).collect(Collectors.joining(", "));
            findings.ok(what, there.partitions() + " partitions, " + settings);
        }
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
        findings.check("topics", () -> topics(admin, programme));
    }

    /** Each schema: whether it is registered, and what may come after it. */
    private void schemas(@Nullable Programme programme) {
        Map<String, String> schemas = HubSchemas.of(programme);
        List<Change> changes = HubSchemas.changes(schemas, hub.registry());
        for (String subject : schemas.keySet()) {
            String wrong = differences(changes, subject);
            if (wrong.isEmpty()) {
                findings.ok("schema " + subject, "registered, " + Change.COMPATIBILITY);
            } else {
                findings.wrong("schema " + subject, wrong, Findings.APPLY);
            }
        }
    }

    private static String differences(List<Change> changes, String about) {
        return changes.stream()
                .filter(change -> change.about().equals(about))
                .map(Doctor::difference)
                .collect(Collectors.joining(", "));
    }

    private static String difference(Change change) {
        if (change instanceof Change.SetTopic set) {
            return set.setting() + " is " + set.from() + " instead of " + set.to();
        }
        if (change instanceof Change.AddPartitions more) {
            return more.from() + " partitions instead of " + more.to();
        }
        return change instanceof Change.SetCompatibility set
                ? "compatibility is " + (set.from() == null ? "not set" : set.from()) + " instead of "
                        + Change.COMPATIBILITY
                : "not registered";
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
        long left = lag.total(stage, Positions.ends(admin, Positions.partitions(admin, stage.inputs(topics))));
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
        HubClock clock = HubClock.read(hub);
        if (clock == null) {
            findings.wrong("clock", "has never ticked", "Start the hub; the first tick comes within seconds.");
            return;
        }
        String how = "last tick " + clock.tick() + ", " + clock.ageInWords();
        if (clock.standsStill(settings.clock())) {
            findings.wrong(
                    "clock",
                    how + ": time stands still, nothing is missed",
                    "Start the hub if nobody runs the gate; else see the gate's log, which says what it waits for.");
        } else {
            findings.ok("clock", how);
        }
    }
}
