package io.rollouthub.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with what a command is given, it says what is wrong and what to do, in words. */
class BadInputTest {
    private static final String NOWHERE = " --connect 127.0.0.1:1 --registry http://127.0.0.1:1";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.write(folder.resolve("latin"), new byte[] {(byte) 0xfc, (byte) 0xff, 10});
        Files.writeString(folder.resolve("events.jsonl"), "{}\n");
        Files.writeString(
                folder.resolve("programme.yaml"), "name: x\nzone: Europe/Atlantis\nclusters: {}\nsuppliers: {}\n");
        Files.createDirectories(folder.resolve("full/broker"));
        Files.createDirectories(folder.resolve("connectors"));
        Files.writeString(folder.resolve("connectors/bad.json"), "{\"config\": ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // wrong use: what was meant cannot be known, so help is pointed to
                "2 | demo --until 2006-13-01 | Write it like 2006-10-31.",
                "2 | replay --programme @/programme.yaml @/events.jsonl --until soon | Write it like 2006-10-31.",
                "2 | replay --programme @/programme.yaml @/events.jsonl --instances 17 | is not between 1 and 16",
                "2 | demo --speed fast | See 'rollout demo --help'.",
                "2 | status --as-of yesterday | Write it like 2006-10-15T00:00:00Z",
                "2 | status --format xml | See 'rollout status --help'.",
                "2 | serve kafka --data @/k --advertise kafka | such as kafka:9092",
                "2 | serve kafka --data @/k --port 70000 | is not between 0 and 65535",
                "2 | serve registry --data @/r --host no-such-host.invalid | Give an address",
                "2 | watch everything | See 'rollout watch --help'.",
                "2 | admin | See 'rollout admin --help'.",
                "2 | journal | See 'rollout journal --help'.",
                "2 | rejected list --reason BORED | See 'rollout rejected list --help'.",
                "2 | publish @/events.jsonl | --supplier",
                // what is not there, or cannot be read
                "1 | replay --programme @/none.yaml @/events.jsonl | Mend the file",
                "1 | replay --programme @/programme.yaml @/none.jsonl | Look at its name",
                "1 | replay --programme @/latin @/events.jsonl | Mend the file",
                "1 | replay --programme @/programme.yaml @/events.jsonl | Mend the file",
                "1 | admin apply --programme @/programme.yaml | Mend the file",
                "1 | admin apply --programme @ | Mend the file",
                "1 | up --data @/u --programme @/none.yaml | Mend the file",
                "1 | up --data @/events.jsonl | Give a folder",
                "1 | up --data @/u --advertise kafka:9092 | Give --tls self-signed too",
                "1 | up --data @/u --advertise kafka:9092 --tls self-signed --insecure | Leave one of them out",
                "1 | up --data @/u --tls self-signed | Say by which name they know the broker",
                "1 | serve kafka --data @/k --advertise kafka:9092 | Give --tls self-signed too",
                "2 | serve kafka --data @/k --advertise kafka:9092 --tls magic | self-signed",
                "1 | demo --data @/full | name another folder",
                "1 | journal import --data @/j @/none.jsonl | Look at its name",
                "1 | publish --data @/d --supplier bt @/none.jsonl | Look at its name",
                "1 | rejected redrive --data @/d bt 0:17 --event @/none.jsonl | Look at its name",
                "1 | status --data @/none | Start a hub there with",
                "1 | watch alerts --data @/none | Start it with",
                "1 | explain --data @/none south/x | Start a hub there with",
                "1 | rejected show --data @/none bt 0:1 | Start a hub there with",
                "1 | console --data @/none | Start a hub there with",
                "1 | status --config @/none.properties | Mend that, or take it away.",
                "1 | status --config @ | Mend that, or take it away.",
                "1 | status --config @/latin | Mend that, or take it away.",
                "1 | status --connect nowhere --registry http://r | Mend that, or take it away.",
                "1 | streams | Name it with --connect",
                "1 | streams --connect 127.0.0.1:1 | --connect needs --registry",
                // Kafka is away
                "1 | status" + NOWHERE + " | --connect",
                "1 | streams" + NOWHERE + " | --connect",
                "1 | console --port 0" + NOWHERE + " | --connect",
                "1 | watch alerts" + NOWHERE + " | --connect",
                "1 | explain south/x" + NOWHERE + " | --connect",
                "1 | journal export" + NOWHERE + " | --connect",
                "1 | journal import @/events.jsonl" + NOWHERE + " | --connect",
                "1 | rejected list" + NOWHERE + " | --connect",
                "1 | rejected show bt 0:1" + NOWHERE + " | --connect",
                "1 | publish --supplier bt @/events.jsonl" + NOWHERE + " | --connect",
                "1 | reset --yes" + NOWHERE + " | --connect",
                "1 | doctor" + NOWHERE + " | ->"
            })
    void itIsToldInWordsWithWhatToDo(int code, String line, String remedy) {
        assertThat(execute(line.replace("@", folder.toString())))
                .as(err + "" + out)
                .isEqualTo(code);
        requireWords(remedy);
    }

    private int execute(String line) {
        return RolloutCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(line.split(" "));
    }

    private void requireWords(String remedy) {
        assertThat(err.toString() + out)
                .contains(remedy)
                .doesNotContain("unexpected error", "\tat ", "null")
                .doesNotContainPattern("\\b(java|org|io)\\.[a-z]+\\.")
                .doesNotContainPattern("\\w(Exception|Error)\\b");
    }
}
