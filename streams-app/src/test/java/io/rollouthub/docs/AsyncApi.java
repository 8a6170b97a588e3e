package io.rollouthub.docs;

import static io.rollouthub.docs.Yaml.object;

import io.rollouthub.output.Verdict;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.programme.Thresholds;
import io.rollouthub.runtime.HubSettings.Layout;
import io.rollouthub.runtime.TopicPlan;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.ToldTopics;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.Arrival;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/** The AsyncAPI document of every topic that a hub creates, made from its plan, the catalogue and the schemas. */
final class AsyncApi {
    private static final String SUPPLIER = "{supplier}";
    private static final String CONNECTOR = "{connector}";
    private static final String IN = SupplierTopics.in(SUPPLIER);
    private static final String REJECTED = SupplierTopics.rejected(SUPPLIER);

    private static final Topic<Verdict> VERDICTS = SupplierTopics.VERDICTS;

    private static final String REPORT_OR_NOT = "The cluster of a report; tick or programme.";

    /** What is neither a supplier's nor a result. */
    private static final List<Internal> INTERNAL = List.of(
            new Internal(
                    Topics.CONTROL, "Programmes and, in a replay, ticks, on their way.", REPORT_OR_NOT, "operator"),
            new Internal(Topics.PROGRAMME, "The programme in force.", "The word programme.", "operator"),
            new Internal(
                    Topics.JOURNAL,
                    "The truth: every accepted report, each tick and programme, in one order a partition.",
                    REPORT_OR_NOT,
                    "hub"),
            new Internal(
                    Topics.JOURNAL_SHAPE,
                    "What the journal was when it was first seen, and has to stay.",
                    "The word journal.",
                    "operator"),
            new Internal(
                    Topics.PASSED_OVER,
                    "Entries of the journal that are left out for good, each by an operator's decision.",
                    "Partition and offset of the entry: <partition>/<offset>.",
                    "operator"),
            new Internal(
                    Topics.PARKED,
                    "Suppliers' records that the gate could not process or pass on, and how often it has tried.",
                    "Where the record stands: <Kafka's id of the topic>/<partition>/<offset>.",
                    "hub"),
            new Internal(
                    Topics.VERDICTS_TOLD,
                    "Up to where suppliers have been told what became of their records; a reset leaves it alone.",
                    "The journal's partition.",
                    "hub"),
            new Internal(
                    Topics.AUDIT,
                    "Who had the hub do what: programmes, resets, records sent again, entries passed over, imports.",
                    "The command, such as admin apply.",
                    "operator"),
            new Internal(
                    Topics.RIGHTS,
                    "The rights and quotas that the hub has made, so that it takes away its own alone.",
                    "rights.",
                    "administrator"),
            new Internal(
                    Topics.PROGRESS,
                    "How far the ledger is: all figures of what stands before are out.",
                    "The journal's partition.",
                    "hub"),
            new Internal(
                    Topics.TIMERS,
                    "When the ledger has to look at something next, so that the gate knows when to tick.",
                    "The journal's partition.",
                    "hub"));

    private record Internal(Topic<?> topic, String purpose, String key, String writer) {}

    private final Map<String, Object> channels = new LinkedHashMap<>();
    private final Map<String, Object> operations = new LinkedHashMap<>();
    private final Map<String, Object> messages = new LinkedHashMap<>();

    private AsyncApi() {
        List<NewTopic> topics =
                new ArrayList<>(new TopicPlan(new Layout(1, 1, (short) 1), Arrival.BROKER_TIME).of(programme()));
        topics.sort(Comparator.comparing(topic -> rank(topic.name())));
        topics.add(new NewTopic(ToldTopics.of(CONNECTOR).name(), 1, (short) 1)
                .configs(Map.of("cleanup.policy", "compact"))); // as the connector makes it
        topics.forEach(this::add);
    }

    /** @param version of the schemas */
    static Map<String, Object> document(String version) {
        AsyncApi made = new AsyncApi();
        return object(
                "asyncapi",
                "3.0.0",
                "info",
                object(
                        "title",
                        "Rollout Hub",
                        "version",
                        version,
                        "description",
                        "Suppliers publish reports, each on its own topic; the hub publishes alerts, milestones and"
                                + " rates. Values are Avro in Confluent's wire format: a zero byte, the schema's id in"
                                + " four bytes, then Avro; a Confluent-compatible registry has the schemas. Read with"
                                + " isolation.level=read_committed. What the hub publishes are CloudEvents in binary"
                                + " mode.",
                        "license",
                        object("name", "Apache-2.0")),
                "defaultContentType",
                "application/avro",
                "servers",
                object(
                        "up",
                        object(
                                "host",
                                "127.0.0.1:9092",
                                "protocol",
                                "kafka",
                                "description",
                                "What `rollout up` starts on this machine; hub.json in its folder tells other ports.",
                                "bindings",
                                object(
                                        "kafka",
                                        object(
                                                "schemaRegistryUrl",
                                                "http://127.0.0.1:8081/apis/ccompat/v7",
                                                "schemaRegistryVendor",
                                                "apicurio",
                                                "bindingVersion",
                                                "0.5.0")))),
                "channels",
                made.channels,
                "operations",
                made.operations,
                "components",
                object("messages", made.messages));
    }

    private static Programme programme() {
        return Programme.newBuilder()
                .setProgramme("any")
                .setName("Any")
                .setZone("Z")
                .setClusters(List.of())
                .setSuppliers(List.of(Supplier.newBuilder()
                        .setSupplier(SUPPLIER)
                        .setName("Any")
                        .setClusters(List.of())
                        .build()))
                .setThresholds(new Thresholds())
                .build();
    }

    private static int rank(String topic) {
        if (topic.equals(IN)) {
            return 0;
        }
        return SupplierTopics.isVerdicts(topic) || SupplierTopics.isRejected(topic) ? 1 : output(topic) != null ? 2 : 3;
    }

    private static @Nullable Topic<?> output(String name) {
        return Topics.OUTPUTS.stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private void add(NewTopic topic) {
        String name = topic.name();
        Topic<?> output = output(name);
        if (name.equals(IN)) {
            AsyncApiMessages.EVENTS.forEach(event -> messages.put(event.getName(), AsyncApiMessages.event(event)));
            channel(topic, "What a supplier reports: four types of events. The key is the cluster.", eventNames());
            operation("supplier", "send", name, "A supplier reports.");
            operation("hub", "receive", name, "The gate checks each report.");
        } else if (SupplierTopics.isRejected(name)) {
            messages.put(AsyncApiMessages.REJECTED, AsyncApiMessages.rejected());
            boolean own = name.equals(REJECTED);
            String whose = own ? "a supplier's" : "topics whose supplier is not in the programme";
            channel(topic, "What was refused of " + whose + ", with the reason.", List.of(AsyncApiMessages.REJECTED));
            operation("hub", "send", name, "The gate, or the ledger, refuses a record.");
            operation(own ? "supplier" : "operator", "receive", name, "Somebody looks at what was refused.");
        } else if (SupplierTopics.isVerdicts(name)) {
            String verdict = VERDICTS.schema().getName();
            messages.put(
                    verdict,
                    AsyncApiMessages.internal(VERDICTS, "Where the record stands: <topic>/<partition>/<offset>."));
            channel(
                    topic,
                    "What became of each of a supplier's records; kept for seven days. A supplier needs to read nothing else.",
                    List.of(verdict));
            operation("hub", "send", name, "The gate tells what it refuses, the ledger everything else.");
            operation("supplier", "receive", name, "A supplier learns whether its report counts.");
        } else if (output != null) {
            Schema schema = output.schema();
            messages.put(schema.getName(), AsyncApiMessages.output(output));
            channel(topic, schema.getDoc(), List.of(schema.getName()));
            operation("hub", "send", name, "The ledger publishes a result.");
            operation("subscriber", "receive", name, "Anybody reads it.");
        } else if (name.equals(Topics.CLOCK.name())) {
            String clock = Topics.CLOCK.schema().getName();
            messages.put(AsyncApiMessages.PULSE, AsyncApiMessages.pulse());
            messages.put(clock, AsyncApiMessages.internal(Topics.CLOCK, "The word tick."));
            channel(
                    topic,
                    "The hub's clock, and pulses by which the hub asks Kafka for the time.",
                    List.of(AsyncApiMessages.PULSE, clock));
            operation("hub", "send", name, "The hub asks for the time, and tells how far it has judged.");
            operation("hub", "receive", name, "It goes on from there.");
            operation("operator", "receive", name, "Somebody looks whether the clock goes on.");
        } else if (name.startsWith(ToldTopics.of("").name())) {
            addTold(topic, name.equals(ToldTopics.IMPORT.name()));
        } else {
            add(
                    topic,
                    INTERNAL.stream()
                            .filter(internal -> internal.topic().name().equals(name))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("say in AsyncApi what " + name + " is for")));
        }
    }

    private void addTold(NewTopic topic, boolean imported) {
        String message = ToldTopics.IMPORT.schema().getName();
        messages.put(
                message,
                AsyncApiMessages.internal(ToldTopics.IMPORT, "The alert and its episode: <alertId>/<episode>."));
        channel(
                topic,
                imported
                        ? "Which alerts no receiver need be told of, as they were open at the end of an imported history."
                        : "What a connector that pages has told, so that it tells nothing twice; it makes the topic when it"
                                + " first starts. The schema is registered under " + ToldTopics.IMPORT.subject() + ".",
                List.of(message));
        operation(
                imported ? "operator" : "connector",
                "send",
                topic.name(),
                imported ? "A history is imported." : "A receiver is told, and answers.");
        operation("connector", "receive", topic.name(), "It goes by it at each start, and before it tells.");
    }

    private void add(NewTopic topic, Internal internal) {
        String name = topic.name();
        String message = internal.topic().schema().getName();
        messages.put(message, AsyncApiMessages.internal(internal.topic(), internal.key()));
        channel(topic, internal.purpose() + " Key: " + internal.key(), List.of(message));
        operation(internal.writer(), "send", name, "It is written.");
        if (internal.topic() == Topics.PROGRESS) {
            operation(
                    "operator",
                    "receive",
                    name,
                    "A replay, or somebody who looks, learns whether the ledger has finished.");
            return;
        }
        operation("hub", "receive", name, "The hub goes by it.");
        if (internal.topic() != Topics.CONTROL && internal.topic() != Topics.TIMERS) {
            operation("supplier", "receive", name, "A supplier's client learns what is accepted.");
        }
    }

    private static List<String> eventNames() {
        return AsyncApiMessages.EVENTS.stream().map(Schema::getName).toList();
    }

    private void channel(NewTopic topic, String description, List<String> names) {
        Map<String, Object> carried = new LinkedHashMap<>();
        names.forEach(name -> carried.put(name, reference("#/components/messages/" + name)));
        Map<String, Object> channel = object("address", topic.name(), "description", description, "messages", carried);
        if (topic.name().contains(SUPPLIER)) {
            channel.put("parameters", object("supplier", object("description", "The supplier's identifier.")));
        } else if (topic.name().contains(CONNECTOR)) {
            channel.put("parameters", object("connector", object("description", "The connector's name.")));
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("cleanup.policy", List.of(topic.configs().get("cleanup.policy")));
        for (String number : List.of("retention.ms", "max.message.bytes")) {
            if (topic.configs().containsKey(number)) {
                settings.put(number, Long.parseLong(topic.configs().get(number)));
            }
        }
        if (topic.configs().containsKey("message.timestamp.type")) {
            settings.put("message.timestamp.type", topic.configs().get("message.timestamp.type"));
        }
        channel.put("bindings", object("kafka", object("topicConfiguration", settings, "bindingVersion", "0.5.0")));
        channels.put(idOf(topic.name()), channel);
    }

    private void operation(String who, String action, String topic, String summary) {
        String channel = idOf(topic);
        operations.put(
                who + "-" + action + "s-" + channel,
                object(
                        "action",
                        action,
                        "channel",
                        reference("#/channels/" + channel),
                        "summary",
                        summary,
                        "tags",
                        List.of(object("name", who))));
    }

    private static Map<String, Object> reference(String to) {
        return object("$ref", to);
    }

    /** The topic's name without what all names have in common. */
    private static String idOf(String topic) {
        return topic.replace("rollout.", "")
                .replace("." + SUPPLIER, "")
                .replace("." + CONNECTOR, "")
                .replace('.', '-');
    }
}
