package io.rollouthub.hub.settings;

import io.rollouthub.failure.FileFailure;
import io.rollouthub.failure.RolloutException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/** Collects what was given, the later over the earlier, and all mistakes that were made in it. */
final class GivenSettings {
    static final String KAFKA = "kafka.";
    static final String REGISTRY = "registry.";

    /** The same of Kafka's clients, for one of the hub's two applications alone. */
    static final List<String> APPLICATIONS = List.of("gate.", "ledger.");

    /** Variables that look like settings and are for the start script. */
    private static final List<String> NO_SETTINGS = List.of("ROLLOUT_JAVA_OPTS");

    /** Properties of Kafka's that the hub sets itself, and what is to be used instead. */
    private static final Map<String, String> OWN = Map.of(
            "kafka.bootstrap.servers", "use bootstrap.servers",
            "kafka.application.id", "the hub's groups have fixed names",
            "kafka.group.id", "the hub's groups have fixed names",
            "kafka.transactional.id", "the hub sets it",
            "kafka.processing.guarantee", "the hub counts on exactly_once_v2",
            "kafka.state.dir", "use state.dir",
            "kafka.num.stream.threads", "use stream.threads",
            "kafka.replication.factor", "use replicas");

    /** A setting's value and where it came from, for people: {@code hub.properties} or {@code ROLLOUT_PARTITIONS}. */
    record Given(String key, String value, String source) {
        static final String DEFAULT = "default";

        private static final Pattern SECRET = Pattern.compile(
                "password|passphrase|secret|jaas|credentials|token|user\\.info|\\.key$", Pattern.CASE_INSENSITIVE);

        private static final Pattern USER_IN_URL = Pattern.compile("//[^/]*@");

        /** Whether a setting is one that nobody is to see. */
        static boolean isSecret(String key) {
            return Setting.ofKey(key)
                    .map(own -> own.kind.type() == ConfigDef.Type.PASSWORD)
                    .orElseGet(() -> SECRET.matcher(key).find());
        }

        /** The value as it may be shown to anybody who can see the screen. */
        String shown() {
            return isSecret(key) ? "****" : USER_IN_URL.matcher(value).replaceAll("//****@");
        }
    }

    private final SortedMap<String, Given> values = new TreeMap<>();
    private final List<String> mistakes = new ArrayList<>();

    void defaults() {
        for (Setting setting : Setting.values()) {
            if (setting.usual != null) {
                values.put(setting.key(), new Given(setting.key(), setting.usual, Given.DEFAULT));
            }
        }
    }

    void file(@Nullable Path file) {
        if (file == null) {
            return;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            mistakes.add(file + ": this file of settings cannot be read: "
                    + (e instanceof IOException io ? FileFailure.reason(io) : e.getMessage()));
        }
        new TreeMap<>(properties)
                .forEach((key, value) -> give(key.toString(), value.toString(), file.toString(), key.toString()));
    }

    /**
     * What variables say that are named as settings, or nearly so. Others that begin alike are not ours to refuse:
     * Kubernetes, for one, sets ROLLOUT_HUB_SERVICE_HOST beside a service rollout-hub. A secret may stand in a file, which the
     * variable with _FILE behind its name names.
     */
    void environment(Map<String, String> environment) {
        new TreeMap<>(environment).forEach((variable, value) -> {
            if (variable.startsWith(Setting.VARIABLES) && !NO_SETTINGS.contains(variable)) {
                String key = keyOf(variable);
                String inFile = SecretFile.variableOf(variable)
                        .map(GivenSettings::keyOf)
                        .orElse("");
                if (Given.isSecret(inFile) && isOne(inFile) && !isKafkasOwn(key)) {
                    secret(inFile, Path.of(value), variable, environment);
                } else if (isOne(key)) {
                    give(key, value, variable, variable);
                } else {
                    Setting.like(variable)
                            .ifPresent(meant ->
                                    mistakes.add(variable + " is no setting. Did you mean " + meant.variable() + "?"));
                }
            }
        });
    }

    /** ROLLOUT_KAFKA_SASL_JAAS_CONFIG is kafka.sasl.jaas.config. */
    private static String keyOf(String variable) {
        return Setting.ofVariable(variable).map(Setting::key).orElseGet(() -> variable.substring(
                        Setting.VARIABLES.length())
                .toLowerCase(Locale.ROOT)
                .replace('_', '.'));
    }

    /** Whether Kafka's clients have a setting of that name, which names a file to them. */
    private static boolean isKafkasOwn(String key) {
        int kafka = key.indexOf(KAFKA);
        return kafka >= 0 && AdminClientConfig.configNames().contains(key.substring(kafka + KAFKA.length()));
    }

    private static boolean isOne(String key) {
        return Setting.ofKey(key).isPresent() || passes(key);
    }

    private void secret(String key, Path file, String variable, Map<String, String> environment) {
        String plain = SecretFile.variableOf(variable).orElseThrow();
        if (!environment.getOrDefault(plain, "").isEmpty()) {
            mistakes.add(plain + " and " + variable + " are both set; one of them is enough.");
            return;
        }
        try {
            give(key, SecretFile.read(file), variable, variable);
        } catch (IOException e) {
            mistakes.add(variable + ": the file " + file + " cannot be read: " + FileFailure.reason(e));
        }
    }

    /** What options say; the keys are settings' names. */
    void commandLine(Map<Setting, String> options) {
        options.forEach((setting, value) -> give(setting.key(), value, "command line", setting.key()));
    }

    /** Takes a value over; the name is as the person who gave it wrote it. */
    private void give(String key, String value, String source, String name) {
        String where = source.equals(name) ? name : source + ": " + name;
        String instead = OWN.get(forAll(key));
        if (instead != null) {
            mistakes.add(where + " cannot be set: " + instead + ".");
        } else if (Setting.ofKey(key).isEmpty() && !passes(key)) {
            mistakes.add(where + " is no setting. There are " + Setting.keys()
                    + ", and kafka.… (gate.kafka.…, ledger.kafka.…) and registry.… for their clients.");
        } else if (value.isBlank()) {
            mistakes.add(where + " has no value.");
        } else {
            values.put(key, new Given(key, value.strip(), source));
        }
    }

    private static boolean passes(String key) {
        return forAll(key).startsWith(KAFKA) || key.startsWith(REGISTRY);
    }

    /** The setting for both applications that one for one of them goes over. */
    private static String forAll(String key) {
        return APPLICATIONS.stream()
                .filter(application -> key.startsWith(application + KAFKA))
                .map(application -> key.substring(application.length()))
                .findFirst()
                .orElse(key);
    }

    /** The hub's own settings as what they mean; throws a {@link RolloutException} that names all mistakes. */
    AbstractConfig own() {
        Map<String, String> own = new HashMap<>();
        values.forEach((key, given) -> own.put(key, given.value()));
        ConfigDef definition = Setting.definition();
        for (ConfigValue value : definition.validate(own)) {
            Given given = values.get(value.name());
            if (given != null && !value.errorMessages().isEmpty()) {
                mistakes.add(given.source() + ": " + given.key() + ": '" + given.shown() + "' is not "
                        + Setting.ofKey(given.key()).orElseThrow().kind.meaning() + ".");
            }
        }
        requireBothOrNone(Setting.HTTP_USER, Setting.HTTP_PASSWORD);
        requireBothOrNone(Setting.HTTP_TRUSTED_PROXY_HEADER, Setting.HTTP_TRUSTED_PROXIES);
        if (!mistakes.isEmpty()) {
            throw new RolloutException(String.join(System.lineSeparator(), mistakes), "Mend that, or take it away.");
        }
        return new AbstractConfig(definition, own, false);
    }

    /** Notes a mistake if one of two settings that go together is given without the other. */
    private void requireBothOrNone(Setting one, Setting other) {
        if (values.containsKey(one.key()) != values.containsKey(other.key())) {
            boolean first = values.containsKey(one.key());
            mistakes.add((first ? one : other).key() + " is of no use without " + (first ? other : one).key() + ".");
        }
    }

    /** The properties that begin so, without that. */
    Map<String, String> passing(String prefix) {
        return values.values().stream()
                .filter(given -> given.key().startsWith(prefix)
                        && Setting.ofKey(given.key()).isEmpty())
                .collect(Collectors.toMap(given -> given.key().substring(prefix.length()), Given::value));
    }

    SortedMap<String, Given> all() {
        return Collections.unmodifiableSortedMap(values);
    }
}
