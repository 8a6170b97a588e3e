package io.rollouthub.registry;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.CompatibilityLevel;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.ParsedSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.entities.Config;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.jspecify.annotations.Nullable;

/**
 * Any registry that speaks Confluent's API (Confluent, Apicurio, Karapace, Redpanda), seen as schema texts and ids; the
 * only class over Confluent's own client.
 *
 * <p>Answers are cached for good, as ids never change their schema. Where there is no usable answer a
 * {@link RegistryUnavailableException} is thrown. Safe for use by several threads.
 */
public final class SchemaRegistry implements AutoCloseable {
    private static final int CACHED_SCHEMAS = 1_000;
    private static final String AVRO = "AVRO";

    /** What a registry says of a subject, version or schema that it doesn't have; another 404 is another server's. */
    private static final Set<Integer> NOT_THERE = Set.of(40401, 40402, 40403);

    /** How a server answers a question that it does not know at all. */
    private static final Set<Integer> NO_SUCH_QUESTION = Set.of(
            HttpURLConnection.HTTP_NOT_FOUND,
            HttpURLConnection.HTTP_BAD_METHOD,
            HttpURLConnection.HTTP_NOT_IMPLEMENTED);

    /** What Confluent's registry puts before a subject that stands in one of its contexts; ids are a context's own. */
    private static final Pattern CONTEXT = Pattern.compile("^:\\.[^:]*:");

    /** By which properties one shows who comes. */
    private static final Pattern LOGIN = Pattern.compile("basic\\.auth|bearer\\.auth|sasl\\.|ssl\\.key");

    /** The registry's word for a subject that has no compatibility of its own. */
    private static final int NO_COMPATIBILITY = 40408;

    private static final int UNPROCESSABLE = 422;
    private static final Set<Integer> REFUSALS =
            Set.of(HttpURLConnection.HTTP_UNAUTHORIZED, HttpURLConnection.HTTP_FORBIDDEN);

    private final SchemaRegistryClient client;
    private final String address;
    private final Map<String, String> properties;

    private SchemaRegistry(SchemaRegistryClient client, String address, Map<String, ?> properties) {
        this.client = client;
        this.address = address;
        this.properties = properties.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, one -> String.valueOf(one.getValue())));
    }

    /**
     * A registry reached over HTTP at the address of Confluent's API, for Apicurio with {@code /apis/ccompat/v7}, with properties
     * of Confluent's client (credentials, TLS); nothing is sent before the first call.
     */
    public static SchemaRegistry at(String url, Map<String, ?> properties) {
        return new SchemaRegistry(new AvroOnlyClient(url, properties), url, properties);
    }

    /** The same registry as it is seen by one who has no login; whom it trusts stays. */
    public SchemaRegistry withoutLogin() {
        return at(
                address,
                properties.entrySet().stream()
                        .filter(one -> !LOGIN.matcher(one.getKey()).find())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Properties of its client. */
    public Map<String, String> properties() {
        return properties;
    }

    /** A registry in this process's memory, for topologies that are tried without any server. */
    public static SchemaRegistry inMemory() {
        return new SchemaRegistry(new MockSchemaRegistryClient(), "memory", Map.of());
    }

    /** The address it was created with, for messages. */
    public String address() {
        return address;
    }

    /** Registers a schema, or finds it there; its id. {@link IncompatibleSchemaException} if the subject forbids it. */
    public int register(String subject, String schema) {
        return ask("register a schema for " + subject, () -> client.register(subject, new AvroSchema(schema)));
    }

    /** The id under which the subject holds exactly this schema; {@link UnknownSchemaException} if it does not. */
    public int idOf(String subject, String schema) {
        return ask("look up the schema of " + subject, () -> client.getId(subject, new AvroSchema(schema)));
    }

    /** The text of the schema with this id; {@link UnknownSchemaException} if there is none, or none in Avro. */
    public String schemaOf(int id) {
        return ask("read schema " + id, () -> client.getSchemaById(id).canonicalString());
    }

    /**
     * The subjects under which the schema with this id stands, asked afresh; none if it stands nowhere any more; null if the
     * registry has no such question.
     */
    public @Nullable Set<String> subjectsOf(int id) {
        try {
            return ask("tell the subjects of schema " + id, () -> versionsOf(id))
                    .orElse(null);
        } catch (UnknownSchemaException e) {
            return Set.of();
        }
    }

    private Optional<Set<String>> versionsOf(int id) throws IOException, RestClientException {
        try {
            return Optional.of(client.getAllVersionsById(id).stream()
                    .map(version -> CONTEXT.matcher(version.getSubject()).replaceFirst(""))
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (RestClientException e) {
            if (NO_SUCH_QUESTION.contains(e.getStatus()) && !NOT_THERE.contains(e.getErrorCode())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Those of which it tells that there are schemas; some registries tell of a thousand at most. */
    public Set<String> subjects() {
        return ask("list its subjects", () -> Set.copyOf(client.getAllSubjects()));
    }

    /** Sets the compatibility level, such as {@code BACKWARD_TRANSITIVE}, of a subject; null: the registry's default. */
    public void requireCompatibility(@Nullable String subject, String level) {
        CompatibilityLevel known = CompatibilityLevel.forName(level);
        if (known == null) {
            throw new IllegalArgumentException("no such compatibility level: " + level);
        }
        ask("set the compatibility", () -> client.updateConfig(subject, new Config(known.name)));
    }

    /** A subject's own compatibility level, null if it has none; of null the registry's default. */
    public @Nullable String compatibility(@Nullable String subject) {
        try {
            return ask("tell the compatibility", () -> client.getConfig(subject).getCompatibilityLevel());
        } catch (UnknownSchemaException e) {
            return null;
        }
    }

    @Override
    public void close() {
        ask("close the connection", () -> {
            client.close();
            return true;
        });
    }

    private <T> T ask(String what, Question<T> question) {
        try {
            return question.ask();
        } catch (RestClientException e) {
            String message = "registry at " + address + " would not " + what + ": " + e.getMessage() + " (HTTP "
                    + e.getStatus() + ")";
            if (NOT_THERE.contains(e.getErrorCode()) || e.getErrorCode() == NO_COMPATIBILITY) {
                throw new UnknownSchemaException(message, e);
            }
            throw switch (e.getStatus()) {
                case HttpURLConnection.HTTP_CONFLICT, UNPROCESSABLE -> new IncompatibleSchemaException(message, e);
                default -> new RegistryUnavailableException(message, e, REFUSALS.contains(e.getStatus()));
            };
        } catch (ForeignSchemaException e) {
            throw new UnknownSchemaException(
                    "registry at " + address + " would not " + what + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new RegistryUnavailableException(
                    "registry at " + address + " did not answer (to " + what + "): " + e.getMessage(), e, false);
        }
    }

    private interface Question<T> {
        T ask() throws IOException, RestClientException;
    }

    /**
     * Tells a schema in another language from a registry that gives no answer: Confluent's client makes an IOException of
     * both, and whoever tries again after the one tries for ever.
     */
    private static final class AvroOnlyClient extends CachedSchemaRegistryClient {
        AvroOnlyClient(String url, Map<String, ?> config) {
            super(List.of(url), CACHED_SCHEMAS, config);
        }

        @Override
        public Optional<ParsedSchema> parseSchema(Schema schema) {
            Optional<ParsedSchema> parsed = super.parseSchema(schema);
            boolean alone =
                    schema.getReferences() == null || schema.getReferences().isEmpty();
            if (parsed.isEmpty() && (alone || !AVRO.equals(schema.getSchemaType()))) {
                throw new ForeignSchemaException("it is no schema in Avro");
            }
            return parsed; // of one with references nobody can tell whether they could not be fetched
        }
    }

    private static final class ForeignSchemaException extends RuntimeException {
        private static final long serialVersionUID = 1;

        ForeignSchemaException(String message) {
            super(message);
        }
    }
}
