package io.rollouthub.hub.cli;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.hub.doctor.Doctor;
import io.rollouthub.hub.doctor.Findings;
import io.rollouthub.hub.settings.Settings;
import picocli.CommandLine.Command;

/** Looks at everything a hub needs and says what is wrong and what to do. */
@Command(
        name = "doctor",
        description = "Check every connection, topic, schema and setting, and say what to do about what is wrong.",
        footer = "  rollout doctor --connect localhost:9092 --registry http://localhost:8081")
final class DoctorCommand extends HubCommand {
    @Override
    int run() {
        Settings settings = hub.settings();
        settings.lines().forEach(this::sayAside);
        Findings findings = new Findings(out());
        try (OpenedHub opened = hub.locate(settings)) {
            new Doctor(opened.connection(), settings, findings).look();
        } catch (RolloutException e) {
            findings.wrong("hub", e.what(), e.remedy());
        }
        say(findings.wrong() == 0 ? "All is well." : findings.wrong() + " things are wrong.");
        return findings.wrong() == 0 ? 0 : 1;
    }
}
