package io.rollouthub.hub.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.reader.journal.JournalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is told who gives the commands something wrong; no server is started for it. */
class WrongUseTest {
    private static final String PROGRAMME = "../examples/npfit/programme.yaml";
    private static final String EVENTS = "../examples/npfit/events.jsonl";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aReplayWithoutAProgrammeOrEventsIsWrongUse() {
        assertThat(Cli.run("replay", EVENTS)).satisfies(run -> tells(run, 2, "Missing required option", "--programme"));
        assertThat(Cli.run("replay", "--programme", PROGRAMME))
                .satisfies(run -> tells(run, 2, "Missing required parameter", "EVENTS"));
    }

    @Test
    void numbersOutOfRangeAndBadDatesAreWrongUse() {
        assertThat(replay("--partitions", "0"))
                .satisfies(run -> tells(run, 2, "--partitions", "0 is not between 1 and 1000"));
        assertThat(replay("--instances", "x")).satisfies(run -> tells(run, 2, "--instances", "'x' is not an int"));
        assertThat(replay("--until", "2006-02-30")).satisfies(run -> tells(run, 2, "--until", "2006-02-30"));
        assertThat(replay("--format", "xml")).satisfies(run -> tells(run, 2, "--format", "table, json"));
        assertThat(Cli.run("demo", "--speed", "0")).satisfies(run -> tells(run, 2, "--speed"));
    }

    @Test
    void theConsoleIsNotShownToOtherMachinesWithoutKnowingWhoLooks() {
        assertThat(Cli.run("up", "--data", folder.resolve("d").toString(), "--host", "0.0.0.0"))
                .satisfies(run -> tells(run, 1, "0.0.0.0", "http.user and http.password"));
        assertThat(Cli.run("console", "--connect", "127.0.0.1:1", "--registry", "http://127.0.0.1:1", "--port", "-1"))
                .satisfies(run -> tells(run, 2, "--port", "-1 is not between 0 and 65535"));
        assertThat(folder.resolve("d")).doesNotExist();
    }

    @Test
    void filesThatAreNotThereAreNamed() {
        assertThat(Cli.run("replay", "--programme", "none.yaml", EVENTS))
                .satisfies(run -> tells(run, 1, "none.yaml", "no such file"));
        assertThat(Cli.run("replay", "--programme", PROGRAMME, "none.jsonl"))
                .satisfies(run -> tells(run, 1, "none.jsonl", "no such file"));
    }

    @Test
    void everyMistakeOfAProgrammeIsNamedWithItsLine() throws IOException {
        Path programme = Files.writeString(folder.resolve("programme.yaml"), """
                programme: p
                name: P
                zone: Europe/Lodnon
                clusters: { north: North }
                suppliers:
                  acme: { name: Acme, clusters: [nroth] }
                thresholds: { slip-days: soon }
                """);
        assertThat(Cli.run("replay", "--programme", programme.toString(), EVENTS))
                .satisfies(run -> tells(
                        run,
                        1,
                        "programme.yaml:3: zone: ",
                        "programme.yaml:6: suppliers.acme.clusters: ",
                        "programme.yaml:7: thresholds.slip-days: "));
    }

    @Test
    void aFolderWithSomethingInItIsNotWrittenTo() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        assertThat(replay("--data", folder.toString()))
                .satisfies(run -> tells(run, 1, folder.toString(), "is not empty"));
        assertThat(folder).isDirectoryContaining("glob:**mine.txt");
    }

    @Test
    void aFolderWithoutAHubHasNoStatus() {
        assertThat(Cli.run("status", "--data", folder.toString()))
                .satisfies(run -> tells(run, 1, "no hub's data", folder.toString()));
        assertThat(Cli.run("status")).satisfies(run -> tells(run, 1, "rollout-data", "--data"));
    }

    @Test
    void anExportedJournalIsNotMixedWithOtherFiles() throws IOException {
        Path journal = Files.writeString(folder.resolve("journal.jsonl"), JournalJson.FIRST_LINE + "\n");
        assertThat(Cli.run("replay", journal.toString(), EVENTS))
                .satisfies(run -> tells(run, 1, "journal.jsonl is an exported journal", "Replay it alone"));
        assertThat(Cli.run("replay", journal.toString())).satisfies(run -> tells(run, 1, "journal.jsonl is empty"));
    }

    @Test
    void aHistoryIsImportedIntoANewFolderAlone() throws IOException {
        String[] args = {"import-history", "--programme", PROGRAMME, "--data", folder.toString(), EVENTS};
        Files.writeString(folder.resolve("mine.txt"), "mine");
        assertThat(Cli.run(args)).satisfies(run -> tells(run, 1, folder.toString(), "is not empty"));
        assertThat(Cli.run("import-history", "--data", folder.resolve("d").toString(), EVENTS))
                .satisfies(run -> tells(run, 2, "Missing required option", "--programme"));

        Path broken = Files.createDirectories(folder.resolve("d.importing"));
        args[4] = folder.resolve("d").toString();
        assertThat(Cli.run(args)).satisfies(run -> tells(run, 1, "was broken off, or goes on", broken.toString()));
        assertThat(broken).exists();
    }

    private static Cli replay(String... options) {
        String[] args = new String[options.length + 4];
        System.arraycopy(new String[] {"replay", "--programme", PROGRAMME, EVENTS}, 0, args, 0, 4);
        System.arraycopy(options, 0, args, 4, options.length);
        return Cli.run(args);
    }

    private static void tells(Cli run, int exitCode, String... words) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("rollout: ").contains(words).doesNotContain("\tat ");
    }
}
