package io.rollouthub.runtime;

import io.rollouthub.check.ProgrammeFormat;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.JournalShape;
import io.rollouthub.programme.Programme;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.JournalNow;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.runtime.HubSettings.Layout;
import io.rollouthub.runtime.TopicChanges.Kept;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.topic.OwnNames;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;

/** Prepares Kafka and the registry for a programme: topics, schemas, and the programme itself. Repeating it is harmless. */
public final class Provisioning {
    /**
     * What has to be done for the programme that will be in force, in that order, and what is otherwise than the settings say and
     * stays so.
     *
     * @param before the programme in force; null: none
     */
    public record Preparation(@Nullable Programme before, Programme programme, List<Change> changes, List<Kept> kept) {

        /** Whether commitments get owners by it that had none, in a journal that has begun. */
        public boolean bringsOwners() {
            return before != null && !ProgrammeFormat.hasOwners(before) && ProgrammeFormat.hasOwners(programme);
        }
    }

    private final HubSettings settings;
    private final SchemaRegistry registry;

    public Provisioning(HubSettings settings, SchemaRegistry registry) {
        this.settings = settings;
        this.registry = registry;
    }

    /**
     * Prepares everything for a programme that comes to be in force now.
     *
     * @param wanted the programme; null: the one that is in force
     * @return the programme in force
     * @throws NotPreparedException if none is wanted and none is in force
     * @throws RolloutException if the one in force has another zone: all its dates would mean something else
     */
    public Programme apply(@Nullable Programme wanted) {
        Preparation preparation = plan(wanted);
        make(preparation.changes());
        return preparation.programme();
    }

    /** What {@link #apply} would do, and throw; changes nothing. */
    public Preparation plan(@Nullable Programme wanted) {
        try (Admin admin = KafkaClients.admin(settings.clientProperties())) {
            Set<String> names = KafkaClients.topics(admin);
            Programme inForce = names.contains(Topics.PROGRAMME.name())
                    ? HubReader.programme(settings.clientProperties(), registry)
                    : null;
            Programme programme = choose(wanted, inForce);
            JournalNow journal = JournalNow.read(admin, settings.clientProperties(), registry);
            OtherJournalException.require(journal);

            TopicChanges topics = topicChanges(admin, programme);
            topics.keepJournal(settings.layout());
            List<Change> changes = new ArrayList<>(topics.changes());
            changes.addAll(HubSchemas.changes(HubSchemas.of(programme), registry));
            if (journal.kept() == null) {
                changes.add(new Change.KeepShape(
                        journal.partitions() == 0 ? settings.layout().partitions() : journal.partitions()));
            }
            if (!programme.equals(inForce)) {
                changes.add(new Change.Publish(programme, inForce == null));
            }
            return new Preparation(inForce, programme, changes, topics.kept());
        }
    }

    private static Programme choose(@Nullable Programme wanted, @Nullable Programme inForce) {
        if (wanted == null && inForce == null) {
            throw new NotPreparedException("no programme has been published");
        }
        if (wanted != null && inForce != null && !wanted.getZone().equals(inForce.getZone())) {
            throw new RolloutException(
                    "the programme in force is in zone " + inForce.getZone() + " and cannot change to "
                            + wanted.getZone() + ": its dates would mean other instants",
                    "Set zone back to " + inForce.getZone() + ", or start another hub for another programme.");
        }
        return wanted == null ? Objects.requireNonNull(inForce) : wanted;
    }

    /** Compares the topics of a programme, or those that any needs, with what there is. */
    public TopicChanges topicChanges(Admin admin, @Nullable Programme programme) {
        List<NewTopic> usual = topics(settings.layout(), programme);
        Set<String> there = new HashSet<>(usual.stream().map(NewTopic::name).toList());
        there.retainAll(KafkaClients.topics(admin));
        Map<String, ExistingTopic> existing = ExistingTopic.read(admin, there);
        Layout layout = TopicChanges.afterTheJournal(settings.layout(), existing);
        TopicChanges changes = new TopicChanges(topics(layout, programme), existing);
        changes.leave(settings.weaker());
        return changes;
    }

    private List<NewTopic> topics(Layout layout, @Nullable Programme programme) {
        TopicPlan plan = new TopicPlan(layout, settings.arrival());
        return programme == null ? plan.own() : plan.of(programme);
    }

    /** Makes changes, the programme last: whoever sees it finds everything else. */
    public void make(List<Change> changes) {
        try (Admin admin = KafkaClients.admin(settings.clientProperties())) {
            TopicCreation.create(
                    admin,
                    of(Change.CreateTopic.class, changes).stream()
                            .map(Change.CreateTopic::topic)
                            .toList());
            set(admin, of(Change.SetTopic.class, changes));
            addPartitions(admin, of(Change.AddPartitions.class, changes));
        }
        register(changes, registry);
        of(Change.KeepShape.class, changes).forEach(this::keep);
        of(Change.Publish.class, changes)
                .forEach(publish -> publish(publish.programme(), Instant.now(), System.currentTimeMillis()));
    }

    private void keep(Change.KeepShape shape) {
        keep(new JournalShape(shape.partitions(), false));
    }

    /** Keeps that an import begins to write the journal, which has been prepared, or has come to its end. */
    public void keepImporting(boolean begins) {
        JournalNow journal = JournalNow.read(settings.clientProperties(), registry);
        keep(new JournalShape(journal.partitions(), begins));
    }

    private void keep(JournalShape shape) {
        new KeptValue<>(Topics.JOURNAL_SHAPE, Topics.SHAPE_KEY, shape).write(settings.clientProperties(), registry);
    }

    static void register(List<Change> changes, SchemaRegistry registry) {
        of(Change.Register.class, changes).parallelStream()
                .forEach(schema -> registry.register(schema.about(), schema.schema()));
        of(Change.SetCompatibility.class, changes).parallelStream()
                .forEach(schema -> registry.requireCompatibility(schema.about(), Change.COMPATIBILITY));
    }

    private static <C extends Change> List<C> of(Class<C> kind, List<Change> changes) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Creates the topics that are missing, the others are left as they are; all can be seen when it returns. */
    public void createTopics(Collection<NewTopic> wanted) {
        TopicCreation.missing(settings.clientProperties(), wanted);
    }

    private static void set(Admin admin, List<Change.SetTopic> settings) {
        Map<ConfigResource, Collection<AlterConfigOp>> byTopic = new HashMap<>();
        for (Change.SetTopic change : settings) {
            ConfigEntry entry = new ConfigEntry(change.setting(), change.to());
            byTopic.computeIfAbsent(
                            new ConfigResource(ConfigResource.Type.TOPIC, change.about()), topic -> new ArrayList<>())
                    .add(new AlterConfigOp(entry, AlterConfigOp.OpType.SET));
        }
        KafkaCalls.await(
                "change settings of topics",
                admin.incrementalAlterConfigs(byTopic).all());
    }

    private static void addPartitions(Admin admin, List<Change.AddPartitions> topics) {
        Map<String, NewPartitions> wanted = new HashMap<>();
        topics.forEach(change -> wanted.put(change.about(), NewPartitions.increaseTo(change.to())));
        KafkaCalls.await("add partitions", admin.createPartitions(wanted).all());
    }

    /** Deletes topics; they are gone when it returns. */
    public void deleteTopics(Collection<String> unwanted) {
        try (Admin admin = KafkaClients.admin(settings.clientProperties())) {
            KafkaCalls.await("delete topics", admin.deleteTopics(unwanted).all());
            KafkaCalls.awaitSeen("delete topics", () -> Collections.disjoint(KafkaClients.topics(admin), unwanted));
        }
    }

    /** Registers all schemas of the hub's own topics and stores, and those of each supplier's topic. */
    public void registerSchemas(Programme programme) {
        HubSchemas.of(programme).entrySet().parallelStream()
                .forEach(schema -> registry.register(schema.getKey(), schema.getValue()));
    }

    /** Registers the schemas of the four events for a supplier's topic. */
    public void registerEvents(String topic) {
        HubSchemas.ofEvents(topic).forEach(registry::register);
    }

    /**
     * Publishes the programme, accepted at an instant: to whoever needs the one in force, and to the journal, both or neither. The
     * records' timestamp is their order in a replay.
     */
    public void publish(Programme programme, Instant at, long timestamp) {
        AvroWriter writer = new AvroWriter(registry);
        try (Producer<String, byte[]> producer = KafkaClients.producer(
                settings.clientProperties(), Map.of("transactional.id", OwnNames.PROGRAMME_TRANSACTION))) {
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, Topics.PROGRAMME, timestamp, writer.write(Topics.PROGRAMME.subject(), programme));
            JournalEntry entry = new JournalEntry(at, null, programme);
            send(producer, Topics.CONTROL, timestamp, writer.write(Topics.CONTROL.subject(), entry));
            producer.commitTransaction();
        }
    }

    private static void send(Producer<String, byte[]> producer, Topic<?> topic, long timestamp, byte[] value) {
        producer.send(new ProducerRecord<>(topic.name(), 0, timestamp, Topics.PROGRAMME_KEY, value));
    }
}
