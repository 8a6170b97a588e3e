package io.rollouthub.hub.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The dashboard for Grafana, as its file has it. */
public final class Dashboard {
    static final Path FILE = Path.of("..", "ops", "grafana", "rollout-hub.json");

    private Dashboard() {}

    static JsonNode read() throws IOException {
        return new ObjectMapper().readTree(FILE.toFile());
    }

    /** Every query of its panels, its variables filled in. */
    public static List<String> queries(String job, String interval) throws IOException {
        List<String> queries = new ArrayList<>();
        read().path("panels").forEach(panel -> panel.path("targets")
                .forEach(target -> queries.add(target.path("expr")
                        .asText()
                        .replace("$job", job)
                        .replace("$cluster", ".*")
                        .replace("$__rate_interval", interval))));
        return queries;
    }
}
