package io.rollouthub.programmefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rollouthub.programme.Cluster;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.programme.Thresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgrammeFileTest {
    private static final String GOOD = """
            programme: npfit
            name: NHS National Programme for IT
            zone: Europe/London
            clusters:
              london: London
              south: Southern
            suppliers:
              bt: { name: BT, clusters: [london] }
            """;

    private static Programme parse(String text) {
        return ProgrammeFile.parse(text, "programme.yaml");
    }

    private static List<String> mistakes(String text) {
        return catchThrowableOfType(ProgrammeFileException.class, () -> parse(text))
                .mistakes();
    }

    @Test
    void theExamplesProgrammeIsReadAsItStands() {
        assertThat(ProgrammeFile.read(Path.of("../examples/npfit/programme.yaml")))
                .isEqualTo(Programme.newBuilder()
                        .setProgramme("npfit")
                        .setName("NHS National Programme for IT, acute care records")
                        .setZone("Europe/London")
                        .setClusters(List.of(new Cluster("london", "London"), new Cluster("south", "Southern")))
                        .setSuppliers(List.of(
                                Supplier.newBuilder()
                                        .setSupplier("bt")
                                        .setName("BT")
                                        .setClusters(List.of("london"))
                                        .build(),
                                Supplier.newBuilder()
                                        .setSupplier("fujitsu")
                                        .setName("Fujitsu")
                                        .setClusters(List.of("south"))
                                        .build()))
                        .setThresholds(new Thresholds(0.20, null, 30, 3, 35))
                        .setMaxFacts(100_000)
                        .setFormat(2)
                        .build());
    }

    /** A second supplier, and who may report on what the first has opened. */
    private static String reportedBy(String suppliers) {
        return GOOD.replace(
                "  bt: { name: BT,",
                "  fujitsu: { name: Fujitsu, clusters: [south] }\n  bt: { may-be-reported-by: " + suppliers
                        + ", name: BT,");
    }

    @Test
    void limitsAndWhoMayReportForWhomAreRead() {
        Programme programme = parse(reportedBy("[fujitsu]") + "limits: { max-facts: 7 }\n");

        assertThat(programme.getMaxFacts()).isEqualTo(7);
        assertThat(programme.getSuppliers().get(1).getMayBeReportedBy()).containsExactly("fujitsu");
        assertThat(parse(GOOD + "limits:\n").getMaxFacts()).isEqualTo(100_000);
        assertThat(parse(GOOD + "limits: {}\n").getMaxFacts()).isEqualTo(100_000);
    }

    @Test
    void limitsOutOfRangeAndReportersWhoAreNoSuppliersAreMistakes() {
        assertThat(mistakes(GOOD + "limits: { max-facts: 0, max-sites: 3 }\n"))
                .anySatisfy(mistake -> assertThat(mistake).contains("limits.max-facts: expected a whole number from 1"))
                .anySatisfy(mistake -> assertThat(mistake).contains("limits.max-sites: unknown key"));
        assertThat(mistakes(reportedBy("[bt, csc, fujitsu, fujitsu]")))
                .satisfiesExactly(
                        own -> assertThat(own).contains("its own commitments without that"),
                        unknown -> assertThat(unknown).contains("no supplier \"csc\"; suppliers are fujitsu, bt"),
                        twice -> assertThat(twice).contains("\"fujitsu\" is given twice"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "thresholds:", "thresholds: {}"})
    void thresholdsThatAreLeftOutHaveTheirDefaults(String thresholds) {
        assertThat(parse(GOOD + thresholds).getThresholds()).isEqualTo(new Thresholds(0.20, null, 30, 3, 35));
    }

    @Test
    void eachThresholdMayBeGivenWithoutTheOthers() {
        assertThat(parse(GOOD + "thresholds: { at-risk-below: 0, at-risk-clear: 1 }")
                        .getThresholds())
                .isEqualTo(new Thresholds(0.0, 1.0, 30, 3, 35));
        assertThat(parse(GOOD + "thresholds: { slip-count: 1, silent-after-days: 7 }")
                        .getThresholds())
                .isEqualTo(new Thresholds(0.20, null, 30, 1, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Santiago", "UTC", "Z", "+01:00", "+05:17:23", "-03:30"})
    void zonesAreNamesOrOffsets(String zone) {
        assertThat(parse(GOOD.replace("Europe/London", zone)).getZone()).isEqualTo(zone);
    }

    @Test
    void textsAreReadAsTheyAreWritten() {
        Programme programme = parse("""
                programme: 2024
                name: 1.10
                zone: UTC
                clusters: { no: yes, 01: "null" }
                suppliers: { 7.0: { name: true, clusters: [01, no] } }
                """);

        assertThat(programme.getProgramme()).isEqualTo("2024");
        assertThat(programme.getName()).isEqualTo("1.10");
        assertThat(programme.getClusters()).containsExactly(new Cluster("no", "yes"), new Cluster("01", "null"));
        assertThat(programme.getSuppliers())
                .containsExactly(Supplier.newBuilder()
                        .setSupplier("7.0")
                        .setName("true")
                        .setClusters(List.of("01", "no"))
                        .build());
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsDoNoHarm() {
        assertThat(parse("\uFEFF" + GOOD.replace("\n", "\r\n"))).isEqualTo(parse(GOOD));
    }

    @Test
    void anUnknownClusterIsNamedWithItsLineAndTheOnesThereAre() {
        assertThat(mistakes(GOOD.replace("[london]", "[londn]")))
                .containsExactly(
                        "programme.yaml:8: suppliers.bt.clusters: no cluster \"londn\"; clusters are london, south");
    }

    @Test
    void allMistakesAreNamedAtOnceInTheOrderOfTheFile() {
        assertThat(mistakes("""
                programme: np fit
                zone: Europe/Lundon
                tempo: fast
                suppliers:
                  bt:
                    name: BT
                    nick: Tel
                    clusters:
                      - london
                      - paris
                      - london
                  fujitsu: Fujitsu
                  cgi: { name: [CGI], clusters: london }
                  unknown: { name: Nobody, clusters: [] }
                clusters:
                  london: London
                  lon/don: ""
                  london: Londres
                thresholds:
                  at-risk-below: 20%
                  slip-days: 0
                """))
                .containsExactly(
                        "programme.yaml:1: name: missing",
                        "programme.yaml:1: programme: \"np fit\" is no identifier; one is 1 to 64 of A-Z a-z 0-9 . -, but not . or .. alone",
                        "programme.yaml:2: zone: no zone \"Europe/Lundon\"; give an IANA name such as Europe/London,"
                                + " or an offset such as +01:00",
                        "programme.yaml:3: tempo: unknown key; keys here are programme, name, zone, clusters,"
                                + " suppliers, thresholds, limits, access",
                        "programme.yaml:7: suppliers.bt.nick: unknown key; keys here are name, clusters,"
                                + " may-be-reported-by",
                        "programme.yaml:10: suppliers.bt.clusters: no cluster \"paris\"; clusters are london, lon/don",
                        "programme.yaml:11: suppliers.bt.clusters: \"london\" is given twice",
                        "programme.yaml:12: suppliers.fujitsu: expected keys with values, found \"Fujitsu\"",
                        "programme.yaml:13: suppliers.cgi.name: expected a text, found a list",
                        "programme.yaml:13: suppliers.cgi.clusters: expected a list such as [a, b], found \"london\"",
                        "programme.yaml:14: suppliers.unknown: \"unknown\" is taken: it names the topic for what"
                                + " suppliers outside the programme send",
                        "programme.yaml:14: suppliers.unknown.clusters: there must be at least one; a supplier that"
                                + " reports on none is left out",
                        "programme.yaml:17: clusters.\"lon/don\": \"lon/don\" is no identifier; one is 1 to 64 of"
                                + " A-Z a-z 0-9 . -, but not . or .. alone",
                        "programme.yaml:17: clusters.\"lon/don\": expected a text, found \"\"",
                        "programme.yaml:18: clusters.london: is given twice, first on line 16",
                        "programme.yaml:20: thresholds.at-risk-below: expected a number from 0 to 1, found \"20%\"",
                        "programme.yaml:21: thresholds.slip-days: expected a whole number from 1 to 2147483647,"
                                + " found \"0\"");
    }

    @ParameterizedTest
    @CsvSource({
        "at-risk-below, -0.01, false",
        "at-risk-below, 0, true",
        "at-risk-below, 0.999, true",
        "at-risk-below, 1.0, false",
        "at-risk-clear, 0.2, true",
        "at-risk-clear, 0.19, false", // less than at-risk-below
        "at-risk-clear, 1, true",
        "at-risk-below, 1.01, false",
        "at-risk-below, .nan, false",
        "at-risk-below, .inf, false",
        "at-risk-below, '\"0.2\"', false",
        "at-risk-below, !!float low, false",
        "slip-days, 1, true",
        "slip-days, 2147483647, true",
        "slip-days, 2147483648, false",
        "slip-days, 30.0, false",
        "slip-days, '[30]', false",
        "slip-count, 0, false",
        "slip-count, -3, false",
        "slip-count, !!int three, false",
        "silent-after-days, 0, false",
        "silent-after-days, '', false"
    })
    void thresholdsAreNumbersInTheirRange(String key, String value, boolean good) {
        String text = GOOD + "thresholds:\n  " + key + ": " + value + "\n";

        if (good) {
            assertThat(parse(text)).isNotNull();
        } else {
            assertThat(mistakes(text)).singleElement().asString().startsWith("programme.yaml:10: thresholds." + key);
        }
    }

    @Test
    void aProgrammeHasClustersAndSuppliers() {
        assertThat(mistakes("{ programme: p, name: P, zone: UTC, clusters: {}, suppliers: {} }"))
                .containsExactly(
                        "programme.yaml:1: clusters: there must be at least one",
                        "programme.yaml:1: suppliers: there must be at least one");
        assertThat(mistakes("{ programme: p, name: P, zone: UTC, clusters: , suppliers: [a] }"))
                .containsExactly(
                        "programme.yaml:1: clusters: expected keys with values, found nothing",
                        "programme.yaml:1: suppliers: expected keys with values, found a list");
    }

    @Test
    void aSupplierWithoutClustersThatCouldBeMeantIsNotBlamedForIt() {
        assertThat(mistakes(GOOD.replace("  london: London\n  south: Southern\n", "")))
                .containsExactly("programme.yaml:4: clusters: expected keys with values, found nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "'', programme.yaml:1: the file is empty",
        "'# nothing yet', programme.yaml:1: the file is empty",
        "'---', 'programme.yaml:1: expected keys with values, found nothing'",
        "'[a, b]', 'programme.yaml:1: expected keys with values, found a list'",
        "'rollout', 'programme.yaml:1: expected keys with values, found \"rollout\"'"
    })
    void aFileThatHoldsNoKeysIsSaidToHoldNone(String text, String mistake) {
        assertThat(mistakes(text)).contains(mistake);
    }

    @ParameterizedTest
    @CsvSource({
        "'name: [a', 'programme.yaml:1: not YAML, column 9: '",
        "'name: a\n\tzone: b', 'programme.yaml:2: not YAML, column 1: '",
        "'name: a: b', 'programme.yaml:1: not YAML, column 8: '",
        "'a: 1\n---\nb: 2', 'programme.yaml:2: not YAML, column 1: '",
        "'name: *nobody', 'programme.yaml:1: not YAML, column 7: '",
        "'name: \u0000', 'programme.yaml:1: not YAML: '"
    })
    void whatIsNotYamlIsNamedWithItsPlace(String text, String beginning) {
        assertThat(mistakes(text)).singleElement().asString().startsWith(beginning);
    }

    @Test
    void theMessageHoldsEveryMistakeOnALineOfItsOwn() {
        assertThat(new ProgrammeFileException(List.of("a", "b"))).hasMessageStartingWith("a\nb");
    }

    @Test
    void aFileThatCannotBeReadIsNamed(@TempDir Path directory) throws IOException {
        Path missing = directory.resolve("programme.yaml");
        Path latin = Files.write(directory.resolve("latin.yaml"), new byte[] {'n', ':', ' ', (byte) 0xE9});

        assertThat(catchThrowableOfType(ProgrammeFileException.class, () -> ProgrammeFile.read(missing))
                        .mistakes())
                .containsExactly(missing + ": there is no such file");
        assertThat(catchThrowableOfType(ProgrammeFileException.class, () -> ProgrammeFile.read(latin))
                        .mistakes())
                .containsExactly(latin + ": the file is not UTF-8 text");
        assertThat(catchThrowableOfType(ProgrammeFileException.class, () -> ProgrammeFile.read(directory))
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith(directory + ": the file cannot be read: ");
    }
}
