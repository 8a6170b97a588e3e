package io.rollouthub.hub.cli;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.hub.doctor.Doctor;
import io.rollouthub.hub.doctor.Findings;
import io.rollouthub.hub.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at everything a hub needs and says what is wrong and what to do. */
@Command(
        name = "doctor",
        description = "Check every connection, topic, schema and setting, and say what to do about what is wrong.",
        footer = "  rollout doctor --connect localhost:9092 --registry http://localhost:8081")
final class DoctorCommand extends HubCommand {
    @Option(
            names = "--mend",
            description =
                    "End each transaction that hangs, so that what waits for it goes on; what it wrote is dropped."
                            + " Nothing else is changed.")
    private boolean mend;

    @Override
    int run() {
        Settings settings = hub.settings();
        settings.lines().forEach(this::sayAside);
        Findings findings = new Findings(out());
        try (OpenedHub opened = hub.locate(settings)) {
            new Doctor(opened.connection(), settings, mend, findings).look();
        } catch (RolloutException e) {
            findings.wrong("hub", e.what(), e.remedy());
        }
        say(findings.wrong() == 0 ? "All is well." : findings.wrong() + " things are wrong.");
        return findings.wrong() == 0 ? 0 : 1;
    }
}
