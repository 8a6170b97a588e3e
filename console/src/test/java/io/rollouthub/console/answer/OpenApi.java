package io.rollouthub.console.answer;

import static io.rollouthub.docs.Yaml.object;

import io.javalin.http.BadRequestResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The OpenAPI document of the console's paths, made from the records that it answers with and from what it says of
 * parameters that it does not take.
 */
final class OpenApi {
    private static final Pattern POSSIBLE = Pattern.compile("There are (.*)\\.");
    private static final Pattern MOST = Pattern.compile("a number from 1 to (\\d+)\\.");
    private static final Set<String> ONCE = Set.of("page", "size", "q", "state", "sort", "direction");

    private static final Map<String, String> IN_PATHS = Map.of(
            "cluster", "A cluster's identifier.",
            "milestone", "A milestone's identifier, slashes included, such as go-live/weston/millennium/R0.",
            "alertId", "An alert's identifier, slashes included, such as south/MILESTONE_MISSED/dozen-by-end-october.");

    private static final Map<String, String> FILTERS = Map.ofEntries(
            Map.entry("page", "Which page, from 1. A page behind the last is empty."),
            Map.entry("size", "How many are on a page."),
            Map.entry(
                    "q",
                    "Only those whose name, id, owner, site, product or release holds this text, in upper or lower"
                            + " case."),
            Map.entry("status", "Only those that stand so."),
            Map.entry("course", "Only those that do so."),
            Map.entry("kind", "Only those of these kinds."),
            Map.entry("owner", "Only those of these suppliers."),
            Map.entry(
                    "sort",
                    "By what; those without a value last. course sorts commitments first and of these the worst, status"
                            + " the worst first, progress by its share of count. Alerts: the newest or the worst of"
                            + " each cluster."),
            Map.entry("direction", "In which direction it is sorted."),
            Map.entry("state", "Which episodes."),
            Map.entry("cluster", "Only those on these clusters."),
            Map.entry("supplier", "Only those of these suppliers."),
            Map.entry("severity", "Only those that are so bad."),
            Map.entry("reason", "Only those rejected for these reasons."));

    private static final Map<String, Object> USUAL =
            Map.of("page", 1, "size", Parameters.USUAL_SIZE, "sort", "", "direction", "asc", "state", "open");

    private final OpenApiSchemas schemas = new OpenApiSchemas();
    private final Map<String, Object> paths = new LinkedHashMap<>();

    private OpenApi() {
        add("/api/programme", "The first page: a card for each cluster, the newest alerts, the clock.", "programme");
        add("/api/clusters/{cluster}", "One cluster.", "cluster");
        add(
                "/api/clusters/{cluster}/milestones",
                "A page of a cluster's milestones.",
                "milestones",
                MilestoneList::new);
        add("/api/milestones/{cluster}/{milestone}", "One milestone.", "milestone");
        add("/api/alerts", "A page of episodes of alerts; each is a row of its own.", "alerts", AlertList::new);
        add("/api/alerts/{alertId}", "One alert.", "alert");
        add(
                "/api/to-do",
                "A page of what there is to do: the alerts of a milestone are one line.",
                "toDo",
                AlertGroups::new);
        add("/api/record", "What forecasts and promises came to.", "ownRecord", RecordAnswer::new);
        add("/api/rejected", "A page of rejected records.", "rejected", RejectedList::new);
        add("/api/system", "How the hub and this console are; always given.", "system");
        addStream();
    }

    /** It. */
    static Map<String, Object> document() {
        OpenApi made = new OpenApi();
        return object(
                "openapi",
                "3.1.0",
                "info",
                object(
                        "title",
                        "Rollout Hub's console",
                        "version",
                        "0.1.0",
                        "description",
                        "What the console's pages show. It only reads: GET, and HEAD of every path. Instants are in UTC,"
                                + " dates are civil dates in the programme's zone, months such as 2006-10, amounts of"
                                + " money text. New fields may be added; those told of here keep their names and"
                                + " meaning. Text from suppliers may hold any characters: it is data, never markup.",
                        "license",
                        object("name", "Apache-2.0", "identifier", "Apache-2.0")),
                "servers",
                List.of(object("url", "http://127.0.0.1:8080", "description", "A console on this machine.")),
                "security",
                List.of(object(), object("basic", List.of())),
                "paths",
                made.paths,
                "components",
                object(
                        "schemas",
                        made.schemas.all(),
                        "responses",
                        errors(),
                        "securitySchemes",
                        object(
                                "basic",
                                object(
                                        "type",
                                        "http",
                                        "scheme",
                                        "basic",
                                        "description",
                                        "Where http.user and http.password are set."))));
    }

    private void add(String path, String summary, String answer) {
        add(path, summary, answer, Parameters::only);
    }

    private void add(String path, String summary, String answer, Consumer<Parameters> query) {
        Map<String, Object> responses = object(
                "200",
                object(
                        "description",
                        summary,
                        "headers",
                        object("ETag", object("schema", object("type", "string"))),
                        "content",
                        object("application/json", object("schema", schemas.of(type(answer))))),
                "304",
                object("description", "It has not changed since it had the ETag that If-None-Match names."));
        List<String> errors = new ArrayList<>(List.of("400", "401", "403", "429"));
        List<Object> parameters = new ArrayList<>(inPath(path));
        if (!parameters.isEmpty()) {
            errors.add("404");
        }
        if (!path.equals("/api/system")) {
            errors.add("503");
        }
        errors.forEach(error -> responses.put(error, reference(error)));
        for (String name : possible(query, "none such")) {
            parameters.add(filter(query, name));
        }
        add(path, answer, summary, parameters, responses);
    }

    private void add(String path, String id, String summary, List<Object> parameters, Map<String, Object> responses) {
        Map<String, Object> get = object("operationId", id, "summary", summary);
        if (!parameters.isEmpty()) {
            get.put("parameters", parameters);
        }
        get.put("responses", responses);
        paths.put(path, object("get", get));
    }

    private void addStream() {
        Map<String, Object> cluster =
                object("name", "cluster", "in", "query", "description", "Leaves out what concerns only others.");
        cluster.put("schema", object("type", "string"));
        Map<String, Object> responses = object(
                "200",
                object(
                        "description",
                        "Events connection, clock (as in /api/system) and change; docs/api.md tells of them.",
                        "content",
                        object("text/event-stream", object("schema", object("type", "string")))));
        for (String error : List.of("401", "403", "406", "429", "503")) {
            responses.put(error, reference(error));
        }
        add("/api/stream", "stream", "Server-sent events on what has changed.", List.of(cluster), responses);
    }

    private static String usualSort(List<String> possible) {
        return possible.contains("course") ? "course" : "newest";
    }

    private static Class<?> type(String answer) {
        return Arrays.stream(Answers.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(answer))
                .findFirst()
                .orElseThrow()
                .getReturnType();
    }

    private static List<Object> inPath(String path) {
        List<Object> parameters = new ArrayList<>();
        Pattern.compile("\\{(\\w+)}")
                .matcher(path)
                .results()
                .forEach(result -> parameters.add(object(
                        "name",
                        result.group(1),
                        "in",
                        "path",
                        "required",
                        true,
                        "description",
                        Objects.requireNonNull(IN_PATHS.get(result.group(1))),
                        "schema",
                        object("type", "string"))));
        return parameters;
    }

    private static Map<String, Object> filter(Consumer<Parameters> query, String name) {
        Map<String, Object> schema = object("type", "string");
        List<String> possible = possible(query, name);
        Matcher most = MOST.matcher(refusal(query, name));
        if (most.find()) {
            schema = object("type", "integer", "minimum", 1, "maximum", Integer.parseInt(most.group(1)));
        } else if (!possible.isEmpty()) {
            schema.put("enum", possible);
        }
        if (USUAL.containsKey(name)) {
            schema.put("default", name.equals("sort") ? usualSort(possible) : USUAL.get(name));
        }
        boolean once = ONCE.contains(name);
        return object(
                "name",
                name,
                "in",
                "query",
                "description",
                FILTERS.get(name) + (once ? "" : " More than once, or with commas."),
                "schema",
                once ? schema : object("type", "array", "items", schema));
    }

    /** What the console says there would be instead. */
    private static List<String> possible(Consumer<Parameters> query, String name) {
        Matcher possible = POSSIBLE.matcher(refusal(query, name));
        return possible.find() ? List.of(possible.group(1).split(", ", -1)) : List.of();
    }

    private static String refusal(Consumer<Parameters> query, String name) {
        try {
            query.accept(new Parameters(Map.of(name, List.of("?"))));
            return "";
        } catch (BadRequestResponse e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Map<String, Object> reference(String error) {
        return object("$ref", "#/components/responses/" + error);
    }

    private static Map<String, Object> errors() {
        Map<String, Object> errors = new LinkedHashMap<>();
        error(errors, "400", "A parameter has no such value, or there is no such parameter.");
        error(errors, "401", "Credentials are needed.");
        error(errors, "403", "The Host is none of this console's.");
        error(errors, "404", "There is no such thing.");
        error(errors, "406", "It was not asked for with Accept: text/event-stream.");
        error(errors, "429", "Too many wrong passwords came from this address; with Retry-After.");
        error(errors, "503", "The topics have not been read yet, or too many listen already; with Retry-After.");
        return errors;
    }

    private static void error(Map<String, Object> errors, String status, String description) {
        Map<String, Object> schema = object(
                "type",
                "object",
                "required",
                List.of("error"),
                "properties",
                object("error", object("type", "string", "description", "A sentence.")));
        errors.put(
                status,
                object("description", description, "content", object("application/json", object("schema", schema))));
    }
}
