package io.rollouthub.connect.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rollouthub.yamlfile.YamlFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingTest {
    @TempDir
    private Path folder;

    @Test
    void aSheetIsMappedByItsColumns() throws IOException, YamlFileException {
        Mapping mapping = read("""
                supplier: acme
                zone: Europe/London
                file: { encoding: windows-1252, separator: ;, skip-lines: 2 }
                dates: [dd/MM/yyyy, d MMM yyyy]
                reported-at: Updated
                sheet:
                  cluster: { column: Region, words: { South of England: south } }
                  site: { column: Trust, identifier: true }
                  site-name: Trust
                  product: { value: millennium }
                  release: Release
                  planned: Planned
                  actual: Actual
                  status: { column: Status, cancelled: [Cancelled, Withdrawn] }
                """);

        assertThat(mapping.supplier()).isEqualTo("acme");
        assertThat(mapping.layout().separator()).isEqualTo(';');
        assertThat(mapping.layout().skipLines()).isEqualTo(2);
        assertThat(mapping.form().columns())
                .containsExactly("Region", "Trust", "Release", "Planned", "Actual", "Status", "Updated");
    }

    @Test
    void jsonIsReadAsWell() throws IOException, YamlFileException {
        Mapping mapping = read("""
                {"supplier": "acme", "zone": "Europe/London",
                 "events": {"record": {"column": "Type"}, "fields": {"cluster": "Region", "target.count": "Sites"}}}
                """);

        assertThat(mapping.layout().charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(mapping.form().columns()).containsExactly("Type", "Region", "Sites");
    }

    @Test
    void everyMistakeIsNamedWithItsLineAndKey() throws IOException {
        assertThat(mistakes("""
                supplier: Acme Ltd
                zone: Europe/Londn
                file: { encoding: utf-7x, separator: "::" }
                dates: dd/foo
                shet: {}
                sheet:
                  cluster: { column: Region, value: south }
                  site: { value: x, identifier: maybe }
                  product: {}
                  planned: [a]
                  actual: Actual
                """))
                .containsExactly(
                        "m.yaml:1: supplier: \"Acme Ltd\" is no identifier; one is 1 to 64 of A-Z a-z 0-9 . -, but not . or .. alone",
                        "m.yaml:2: zone: no zone \"Europe/Londn\"; give an IANA name such as Europe/London",
                        "m.yaml:3: file.encoding: no encoding \"utf-7x\"; give one such as UTF-8 or windows-1252",
                        "m.yaml:3: file.separator: \"::\" is no separator; give one character such as ; or the word tab",
                        "m.yaml:4: dates: \"dd/foo\" is no form of dates; write it like dd/MM/yyyy",
                        "m.yaml:5: shet: unknown key; keys here are supplier, zone, file, dates, reported-at, sheet, events",
                        "m.yaml:6: sheet.release: missing",
                        "m.yaml:7: sheet.cluster: give either column, or value for the same in every row",
                        "m.yaml:8: sheet.site.identifier: expected true or false",
                        "m.yaml:9: sheet.product: give either column, or value for the same in every row",
                        "m.yaml:10: sheet.planned: expected a text, found a list");
    }

    @Test
    void oneOfTheTwoFormsIsNeeded() throws IOException {
        assertThat(mistakes("supplier: acme\nzone: UTC\n"))
                .containsExactly(
                        "m.yaml:1: give either sheet, for a row per site with its dates, or events, for a row per"
                                + " event");
    }

    @Test
    void aFieldThatNoEventHasIsAMistake() throws IOException {
        assertThat(mistakes("""
                supplier: acme
                zone: UTC
                events:
                  record: { value: GoLive }
                  fields:
                    reportedAt: When
                    sight: Site
                """))
                .containsExactly(
                        "m.yaml:4: events.record: \"GoLive\" is not known; give one of ContractEvent, GoLiveEvent,"
                                + " MilestoneEvent, ReleaseEvent, or a column that holds them",
                        "m.yaml:6: events.fields.reportedAt: is given as reported-at, beside supplier and zone",
                        "m.yaml:7: events.fields.sight: no field of an event; fields are buyer, cluster, contract, currency,"
                                + " date, eventId, milestone, product, provider, release, replaces, site, siteName, source,"
                                + " stage, status, target.contract, target.count, target.product, target.release,"
                                + " target.since, target.type, termMonths, title, value");
    }

    @Test
    void aFileThatIsMissingIsSaidToBe() {
        YamlFileException e = catchThrowableOfType(
                YamlFileException.class, () -> Mapping.read(folder.resolve("no.yaml"), null, InstantSource.system()));

        assertThat(e).hasMessage(folder.resolve("no.yaml") + ": there is no such file");
    }

    private List<String> mistakes(String text) {
        YamlFileException e = catchThrowableOfType(YamlFileException.class, () -> read(text));
        return e.mistakes().stream()
                .map(mistake -> mistake.replace(folder + "/", ""))
                .toList();
    }

    private Mapping read(String text) throws IOException, YamlFileException {
        Path file = Files.writeString(folder.resolve("m.yaml"), text);
        return Mapping.read(file, null, InstantSource.system());
    }
}
