package io.rollouthub.hub.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that an operator takes over, and the document, speak of metrics that there are, and of all of them. */
class OpsFilesTest {
    private static final Path PROJECT = Path.of("..");
    private static final Path RULES = PROJECT.resolve("ops/prometheus/rollout-rules.yml");
    private static final Path DOCUMENT = PROJECT.resolve("docs/metrics.md");
    private static final Pattern OURS = Pattern.compile("\\brollout_[a-z_]+");
    private static final int COLUMNS = 24;

    @Test
    void theDocumentListsEveryMetricAsItIsAndNoOther() throws IOException {
        String document = Files.readString(DOCUMENT);
        for (Metric metric : Metric.values()) {
            assertThat(document).contains(row(metric));
        }
        assertThat(namesIn(document)).isSubsetOf(exposedNames());
    }

    /** Its row in the document. */
    private static String row(Metric metric) {
        String labels = metric.labels.stream().map(label -> "`" + label + "`").collect(Collectors.joining(", "));
        return "| `" + metric.exposed + "` | " + Scrape.typeOf(metric) + " | " + labels + " | " + metric.help + " |";
    }

    @Test
    void rulesAndDashboardUseDocumentedNamesAlone() throws IOException {
        Set<String> rules = namesIn(Files.readString(RULES));
        Set<String> dashboard = namesIn(Files.readString(Dashboard.FILE));
        assertThat(rules).isNotEmpty().isSubsetOf(exposedNames());
        assertThat(dashboard).isNotEmpty().isSubsetOf(exposedNames());
        for (Metric metric : Metric.values()) {
            assertThat(dashboard.stream().anyMatch(name -> name.startsWith(metric.exposed))
                            || rules.stream().anyMatch(name -> name.startsWith(metric.exposed))
                            || metric == Metric.REPORT_LATENCY_MAX
                            || metric == Metric.RESTORING_STORES)
                    .as("something looks at " + metric.exposed)
                    .isTrue();
        }
    }

    @Test
    void theDashboardIsOneThatGrafanaTakes() throws IOException {
        JsonNode dashboard = Dashboard.read();
        assertThat(dashboard.path("schemaVersion").asInt()).isGreaterThanOrEqualTo(36);
        assertThat(dashboard.path("uid").asText()).isEqualTo("rollout-hub");
        Set<Integer> ids = new HashSet<>();
        Set<String> cells = new HashSet<>();
        for (JsonNode panel : dashboard.path("panels")) {
            String title = panel.path("title").asText();
            assertThat(ids.add(panel.path("id").asInt())).as(title).isTrue();
            JsonNode place = panel.path("gridPos");
            assertThat(place.path("x").asInt() + place.path("w").asInt())
                    .as(title)
                    .isLessThanOrEqualTo(COLUMNS);
            for (int x = 0; x < place.path("w").asInt(); x++) {
                for (int y = 0; y < place.path("h").asInt(); y++) {
                    assertThat(cells.add((place.path("x").asInt() + x) + ","
                                    + (place.path("y").asInt() + y)))
                            .as(title + " overlaps another panel")
                            .isTrue();
                }
            }
            if (!panel.path("type").asText().equals("row")) {
                assertThat(panel.path("targets")).as(title).isNotEmpty();
                assertThat(panel.path("description").asText()).as(title).isNotBlank();
                assertThat(panel.path("datasource").path("uid").asText()).isEqualTo("${datasource}");
            }
        }
    }

    @Test
    void promtoolFindsNothingWrongWithTheRulesAndTheirTestsPass() {
        Path tests = RULES.resolveSibling("rollout-rules.test.yml");
        Path config = RULES.resolveSibling("prometheus.yml");

        Prometheus.tool("check", "rules", "--lint=all", "--lint-fatal", RULES.toString())
                .run()
                .orFail();
        Prometheus.tool("test", "rules", tests.toString()).run().orFail();
        Prometheus.tool("check", "config", config.toString()).run().orFail();
    }

    @Test
    void everyAlertOfTheRulesIsTested() throws IOException {
        String tests = Files.readString(RULES.resolveSibling("rollout-rules.test.yml"));
        Matcher alerts = Pattern.compile("- alert: (\\w+)").matcher(Files.readString(RULES));
        List<String> untested = new ArrayList<>();
        while (alerts.find()) {
            String fires = "alertname: " + alerts.group(1) + "\n        exp_alerts:\n          - exp_labels";
            if (!tests.contains(fires)) {
                untested.add(alerts.group(1));
            }
        }
        assertThat(untested).as("alerts that no test sees firing").isEmpty();
    }

    @Test
    void promtoolUnderstandsEveryQueryOfTheDashboard(@TempDir Path folder) throws Exception {
        StringBuilder rules = new StringBuilder("groups: [{name: dashboard, rules: [\n");
        int number = 0;
        for (String query : Dashboard.queries("rollout-hub", "1m")) {
            rules.append("{record: 'q")
                    .append(number++)
                    .append("', expr: '")
                    .append(query.replace("'", "''"))
                    .append("'},\n");
        }
        Path file = Files.writeString(folder.resolve("dashboard.yml"), rules.append("]}]\n"));
        assertThat(Prometheus.tool("check", "rules", file.toString()).run().orFail())
                .contains(number + " rules found");
    }

    private static Set<String> namesIn(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = OURS.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return names;
    }

    /** What a scrape shows; a histogram has several series. */
    private static Set<String> exposedNames() {
        Set<String> names = new TreeSet<>();
        Arrays.stream(Metric.values()).forEach(metric -> {
            names.add(metric.exposed);
            if (Scrape.typeOf(metric).equals("histogram")) {
                names.addAll(List.of(metric.exposed + "_bucket", metric.exposed + "_count", metric.exposed + "_sum"));
            }
        });
        return names;
    }
}
