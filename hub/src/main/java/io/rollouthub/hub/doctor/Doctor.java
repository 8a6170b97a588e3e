package io.rollouthub.hub.doctor;

import io.rollouthub.hub.settings.Settings;
import io.rollouthub.programme.Programme;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.PublishedProgramme;
import io.rollouthub.reader.Reach;
import io.rollouthub.reader.Reach.Problem;
import io.rollouthub.topic.Topics;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** Makes all checks, from the connections to the clock; what cannot be looked at for lack of another is left out. */
public final class Doctor {
    static final String APPLY = "Run 'rollout admin apply --programme FILE'.";

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Connection hub;
    private final Settings settings;
    private final Findings findings;

    public Doctor(Connection hub, Settings settings, Findings findings) {
        this.hub = hub;
        this.settings = settings;
        this.findings = findings;
    }

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
            findings.check("cluster", () -> new ClusterCheck(admin, findings).look());
            Set<String> names = KafkaClients.topics(admin);
            Programme programme = registry ? programme(names) : null;
            findings.check("topics", () -> new TopicsCheck(admin, findings).look(hub, settings, programme));
            if (registry) {
                findings.check("schemas", () -> SchemasCheck.look(hub.registry(), programme, findings));
            }
            findings.check("groups", () -> new GroupsCheck(admin, findings).look(names));
            if (registry && names.contains(Topics.JOURNAL.name())) {
                findings.check("clock", () -> ClockCheck.look(hub, settings.clock(), findings));
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
                read.set(PublishedProgramme.read(hub.client(), hub.registry()));
            }
            Programme programme = read.get();
            if (programme == null) {
                findings.wrong("programme", "none has been published", APPLY);
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
}
