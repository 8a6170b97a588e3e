package io.rollouthub.hub.cli;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.hub.doctor.Doctor;
import io.rollouthub.hub.doctor.Findings;
import io.rollouthub.hub.settings.Settings;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks at everything a hub needs and says what is wrong and what to do. */
@Command(
        name = "doctor",
        description = "Check every connection, topic, schema and setting, and say what to do about what is wrong.",
        footerHeading = "%nExample:%n",
        footer = "  rollout doctor --connect localhost:9092 --registry http://localhost:8081")
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HubAccess access;

    @Override
    public Integer call() throws Exception {
        Settings settings = access.settings();
        SettingsOptions.print(settings, spec.commandLine().getErr());
        return GracefulStop.run(() -> run(settings));
    }

    private int run(Settings settings) {
        PrintWriter out = spec.commandLine().getOut();
        Findings findings = new Findings(out);
        try (HubAccess.Opened hub = access.locate(settings)) {
            new Doctor(hub.connection(), settings, findings).look();
        } catch (RolloutException e) {
            findings.wrong("hub", e.what(), e.remedy());
        }
        out.println(findings.wrong() == 0 ? "All is well." : findings.wrong() + " things are wrong.");
        out.flush();
        return findings.wrong() == 0 ? 0 : 1;
    }
}
