package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.access.Role;
import io.rollouthub.console.Console;
import io.rollouthub.console.live.LiveHub.Outlook;
import io.rollouthub.http.HttpSettings;
import io.rollouthub.hub.metrics.Scrape;
import io.rollouthub.hub.replay.Cli;
import io.rollouthub.hub.rights.Right;
import io.rollouthub.hub.rights.RightsTable;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.topic.SupplierTopics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Everybody comes with a password of their own and has the rights of the table, no others: each does its work. In order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RightsIT {
    private static final String EVENT = """
            {"type": "GoLiveEvent", "eventId": "%s", "reportedAt": "2026-01-05T09:00:00Z", "supplier": "acme", \
            "cluster": "east", "site": "s1", "product": "p", "release": "R0", "status": "PLANNED", "date": "2031-01-01"}
            """;

    /** What the reasons name for which the rights of other commands are; LoginsIT has the operator reset. */
    private static final List<String> NOT_RUN_HERE =
            List.of("`reset`", "`journal import`", "`admin pass-over`", "redrive", "all is imported", "comes with it");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private GuardedHub hub;

    @SuppressWarnings("NullAway.Init")
    private UsedRights used;

    private final Map<String, Path> configs = new HashMap<>();
    private final Map<String, Map<String, String>> logins = new HashMap<>();

    @BeforeAll
    void start() throws Exception {
        used = UsedRights.watch();
        hub = GuardedHub.start(folder);
        for (String user : List.of("acme", "bolt", "board", "rollout-operator", "rollout-office", "rollout-console")) {
            configs.put(user, config(user));
        }
    }

    @AfterAll
    void stop() {
        hub.close();
        used.close();
    }

    @Test
    @Order(1)
    void rightsAreToldAsTheyAreGivenAndGivenOnce() {
        assertThat(hub.applied())
                .contains(
                        "give User:acme WRITE on topic rollout.in.acme",
                        "give User:rollout-hub WRITE on transactional ids that begin with rollout-ledger-",
                        "set the quota of User:bolt to 262144 bytes/s, 25 % of a thread for requests");
        assertThat(hub.apply(folder.resolve("programme.yaml"))).contains("nothing to change");
    }

    @Test
    @Order(2)
    void aSupplierPublishesAndIsToldAndAConsumerAndAnOperatorAndTheConsoleSeeIt() throws Exception {
        Path events = Files.writeString(folder.resolve("events.jsonl"), EVENT.formatted("first"));

        Cli published = as("acme", "publish", "--supplier", "acme", events.toString());

        assertThat(published.exitCode()).as(published.out() + published.err()).isZero();
        assertThat(published.out() + published.err()).contains("1 accepted");
        assertThat(seenBy("board")).contains("rollout.alerts").doesNotContain("rollout.journal", "rollout.contracts");
        Awaitility.await().atMost(GuardedHub.WITHIN_A_MINUTE).untilAsserted(() -> {
            Cli status = as("rollout-operator", "status", "--format", "json");
            assertThat(status.exitCode()).as(status.err()).isZero();
            assertThat(status.out()).contains("2031-01");
        });
        try (Console console = console()) {
            Awaitility.await().atMost(GuardedHub.WITHIN_A_MINUTE).untilAsserted(() -> assertThat(
                            Scrape.get(console.address() + "api/programme").body())
                    .contains("acme"));
        }
    }

    @Test
    @Order(3)
    void theOperatorLooksAtWhatWasRefusedAndTheJournalAndSendsAgain() throws Exception {
        try (TestSupplier acme = new TestSupplier(hub.open(), "acme")) {
            acme.sendRaw("east", "garbage".getBytes(StandardCharsets.UTF_8)).get();
        }
        Awaitility.await()
                .atMost(GuardedHub.WITHIN_A_MINUTE)
                .until(() -> hub.rejected().size() == 1);

        readsAllThatItMay("acme", RightsTable.ofSupplier("acme"));
        readsAllThatItMay("board", RightsTable.of(Role.CONSUMER));
        worksFor("rollout-operator", "rejected", "list");
        assertThat(as("rollout-operator", "doctor").out())
                .contains("WRONG  writers: whoever reaches the registry", "1 things are wrong");
        worksFor("rollout-operator", "verify");
        worksFor("rollout-operator", "admin", "audit");
        worksFor(
                "rollout-operator",
                "journal",
                "export",
                folder.resolve("out.jsonl").toString());
        worksFor("rollout-office", "programme", "history");
    }

    @Test
    @Order(4)
    void theOfficeBringsAProgrammeAndAHandMadeRightStaysWhenASuppliersGo() throws Exception {
        AclBinding byHand = HubRights.of(SupplierTopics.in("bolt"), AclOperation.READ, AclPermissionType.ALLOW);
        hub.give(byHand);
        Path without = Files.writeString(
                folder.resolve("without.yaml"),
                Files.readString(folder.resolve("programme.yaml")).replaceAll("(?m)^ *bolt:.*\\n", ""));

        Cli applied = as("rollout-office", "admin", "apply", "--programme", without.toString());

        assertThat(applied.exitCode()).as(applied.err()).isZero();
        assertThat(hub.apply(without, "--dry-run")).contains("take from User:bolt WRITE on topic rollout.in.bolt");
        assertThat(principals()).contains("User:bolt");
        assertThat(hub.apply(without)).contains("take the quota from User:bolt");
        assertThat(principals()).doesNotContain("User:bolt").contains("User:acme");
        assertThat(rights()).contains(byHand);
        assertThat(hub.apply(without)).contains("nothing to change");
    }

    @Test
    @Order(5)
    void whoeverIsRemovedCanDoNothingAndAnotherPasswordIsNeededOnceItIsRotated() throws Exception {
        Path events = Files.writeString(folder.resolve("more.jsonl"), EVENT.formatted("second"));
        Path secret = folder.resolve("acme.secret");
        Cli rotated = Cli.on(hub.open(), "admin", "user", "rotate", "acme", "--password-file", secret.toString());
        assertThat(rotated.exitCode()).as(rotated.err()).isZero();
        String password = Files.readString(secret).strip();
        assertThat(rotated.out()).doesNotContain(password).contains("give user acme another password");
        assertThat(Files.getPosixFilePermissions(secret)).hasSize(2);
        assertThat(as("acme", "publish", "--supplier", "acme", events.toString())
                        .exitCode())
                .isEqualTo(1);
        configs.put("acme", config("acme", hub.login("acme", password)));
        Cli published = as("acme", "publish", "--supplier", "acme", events.toString());
        assertThat(published.exitCode()).as(published.err()).isZero();

        Cli removed = Cli.on(hub.open(), "admin", "user", "remove", "acme");

        assertThat(removed.out()).contains("take from User:acme WRITE on topic rollout.in.acme", "remove user acme");
        assertThat(principals()).doesNotContain("User:acme");
        assertThat(as("acme", "publish", "--supplier", "acme", events.toString())
                        .exitCode())
                .isEqualTo(1);
        assertThat(Cli.on(hub.open(), "admin", "user", "remove", "acme").err())
                .contains("Kafka has no user acme with a password");
        assertThat(Cli.on(hub.open(), "admin", "audit", "--json").out())
                .contains("admin apply --acls", "remove user acme")
                .doesNotContain(password);
    }

    @Test
    @Order(6)
    void noRightIsGivenThatNobodyUses() {
        List<Right> ofHub = Stream.of(Role.HUB, Role.GATE, Role.LEDGER)
                .flatMap(role -> RightsTable.of(role).stream())
                .toList();
        List<String> unused = Stream.of(
                        used.unused("User:acme", RightsTable.ofSupplier("acme")),
                        used.unused("User:board", RightsTable.of(Role.CONSUMER)),
                        used.unused("User:rollout-hub", ofHub),
                        used.unused("User:rollout-operator", RightsTable.of(Role.OPERATOR)),
                        used.unused("User:rollout-office", RightsTable.of(Role.OFFICE)),
                        used.unused("User:rollout-console", RightsTable.of(Role.CONSOLE)))
                .flatMap(each -> each)
                .toList();

        assertThat(unused)
                .as("rights of commands that are run here, or of what runs all the time")
                .filteredOn(right -> NOT_RUN_HERE.stream().noneMatch(right::contains))
                .isEmpty();
    }

    private void readsAllThatItMay(String user, List<Right> rights) {
        for (Right right : rights) {
            if (right.operations().contains(AclOperation.READ)) {
                try (TopicReader reader = new TopicReader(
                        hub.as(logins.getOrDefault(user, Map.of())).client(),
                        List.of(right.on().name()))) {
                    reader.readToEnd(record -> {});
                }
            }
        }
    }

    private void worksFor(String user, String... command) {
        Cli run = as(user, command);
        assertThat(run.exitCode())
                .as(user + " " + String.join(" ", command) + ": " + run.out() + run.err())
                .isZero();
    }

    private Cli as(String user, String... command) {
        String[] all = Arrays.copyOf(command, command.length + 2);
        all[command.length] = "--config";
        all[command.length + 1] = String.valueOf(configs.get(user));
        return Cli.run(all);
    }

    private Console console() {
        return Console.start(
                hub.as(logins.getOrDefault("rollout-console", Map.of())),
                new Outlook(false, ClockSettings.DEFAULT),
                HttpSettings.loopback(0),
                List.of());
    }

    /** `watch` looks for its topics so. */
    private Set<String> seenBy(String user) {
        try (Admin admin =
                KafkaClients.admin(hub.as(logins.getOrDefault(user, Map.of())).client())) {
            return KafkaClients.topics(admin);
        }
    }

    private Path config(String user) throws Exception {
        return config(user, hub.login(user));
    }

    private Path config(String user, Map<String, String> login) throws Exception {
        logins.put(user, login);
        return Cli.config(folder.resolve(user + ".properties"), hub.as(login));
    }

    private List<AclBinding> rights() throws Exception {
        try (Admin admin = KafkaClients.admin(hub.open().client())) {
            return List.copyOf(admin.describeAcls(AclBindingFilter.ANY).values().get());
        }
    }

    private List<String> principals() throws Exception {
        return rights().stream()
                .map(right -> right.entry().principal())
                .distinct()
                .toList();
    }
}
