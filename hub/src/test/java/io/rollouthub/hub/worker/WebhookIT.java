package io.rollouthub.hub.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollouthub.output.Told;
import io.rollouthub.producer.GoLiveReports;
import io.rollouthub.producer.Reports;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.serde.AvroReader;
import io.rollouthub.topic.ToldTopics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Transitions told to a web server that is away at first, and refuses one of them. */
@ExtendWith(ConnectExtension.class)
class WebhookIT {
    private static final String CLUSTER = "webhook";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LocalDate PAST = LocalDate.of(2024, 6, 30);
    private static final GoLiveReports POOLE = Reports.on(CLUSTER).goLive("poole", "wardbook", "R0");
    private static final GoLiveReports REFUSED = Reports.on(CLUSTER).goLive("refused", "wardbook", "R0");

    @Test
    void eachTransitionIsToldOnceAndWhatIsRefusedIsKept(RunningConnect hub) throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        try (WebReceiver receiver = new WebReceiver(request -> {
                    if (!request.body().contains("poole") && !request.body().contains("refused")) {
                        return 202; // another test's
                    }
                    return attempts.incrementAndGet() <= 2
                            ? 503
                            : request.body().contains("refused") ? 422 : 202;
                });
                WebReceiver pagerDuty = new WebReceiver(request -> 202)) {
            Map<String, String> config = new HashMap<>(
                    hub.ready("webhook", Map.of("WEBHOOK_URL", receiver.url(), "WEBHOOK_SECRET", "secret")));
            config.put("retry.backoff.ms", "100");
            config.put("hold-down", "1s");
            hub.run("webhook", config);
            Map<String, String> pages = new HashMap<>(
                    hub.ready("pagerduty", Map.of("PAGERDUTY_KEY", "key", "PAGERDUTY_URL", pagerDuty.url())));
            pages.put("hold-down", "1s");
            hub.run("pagerduty", pages);

            hub.report(POOLE.planned("wh-1", now(), PAST).by("acme"));
            await("a first attempt").atMost(PATIENCE).until(() -> attempts.get() > 0);
            hub.report(REFUSED.planned("wh-2", now(), PAST).by("acme"));
            await("the opening is told to both")
                    .atMost(PATIENCE)
                    .until(() ->
                            attempts.get() > 2 && !actions(pagerDuty, "poole").isEmpty());
            hub.report(POOLE.live("wh-3", now(), PAST.plusDays(3)).by("acme"));
            await("the end is told").atMost(PATIENCE).until(() -> states(receiver, "poole")
                    .contains("RESOLVED"));

            assertThat(states(receiver, "poole"))
                    .as("two attempts at which the receiver was away, then each once")
                    .containsExactly("OPEN", "OPEN", "OPEN", "RESOLVED");
            receiver.requests().forEach(WebhookIT::isSigned);
            await("the refused transition on the dead-letter topic")
                    .atMost(PATIENCE)
                    .until(
                            () -> deadLetters(hub, config.getOrDefault("errors.deadletterqueue.topic.name", "")),
                            letters -> letters.size() == 1)
                    .forEach(reason -> assertThat(reason).endsWith(" answers 422"));
            await("PagerDuty's incident is resolved")
                    .atMost(PATIENCE)
                    .until(() -> actions(pagerDuty, "poole").size() == 2);
            assertThat(actions(pagerDuty, "poole")).containsExactly("trigger", "resolve");
        } finally {
            hub.rest().delete("webhook");
            hub.rest().delete("pagerduty");
        }
    }

    @Test
    void aWorkerThatWasAwayTellsWhatIsOpenAndWhatHasEnded(RunningConnect hub) throws Exception {
        CountDownLatch heard = new CountDownLatch(1);
        CountDownLatch killed = new CountDownLatch(1);
        try (WebReceiver receiver = new WebReceiver(request -> {
            if (request.body().contains("away-unanswered")) {
                heard.countDown();
                awaitQuietly(killed);
            }
            return 202;
        })) {
            Map<String, String> config = new HashMap<>(hub.ready("webhook", Map.of("WEBHOOK_URL", receiver.url())));
            config.put("hold-down", "1s");
            hub.run("webhook", config);
            hub.report(site("told").planned("aw-1", now(), PAST).by("acme"));
            await("an opening is told, and known to be")
                    .atMost(PATIENCE)
                    .ignoreExceptions() // its topic is yet to be made
                    .until(() -> isKept(hub, "told"));

            hub.stopWorker();
            hub.report(site("over").planned("aw-2", now(), PAST).by("acme"));
            awaitTransition(hub, "over", "OPEN");
            hub.report(site("over").live("aw-3", now(), PAST.plusDays(3)).by("acme"));
            hub.report(site("open").planned("aw-4", now(), PAST).by("acme"));
            hub.report(site("told").live("aw-5", now(), PAST.plusDays(3)).by("acme"));
            awaitTransition(hub, "told", "RESOLVED");
            hub.restartWorker();
            hub.awaitRunning("webhook");
            await("the end is told").atMost(PATIENCE).until(() -> toldOf(receiver)
                    .contains("told RESOLVED"));

            await("that it is known").atMost(PATIENCE).until(() -> isKept(hub, "open"));
            hub.report(site("unanswered").planned("aw-6", now(), PAST).by("acme"));
            awaitQuietly(heard);
            hub.killWorker();
            killed.countDown();
            hub.report(site("unanswered").live("aw-7", now(), PAST.plusDays(3)).by("acme"));
            awaitTransition(hub, "unanswered", "RESOLVED");
            hub.rebuild();
            hub.restartWorker();
            hub.awaitRunning("webhook");
            hub.report(site("last").planned("aw-8", now(), PAST).by("acme"));
            await("all is told").atMost(PATIENCE).until(() -> toldOf(receiver).contains("last OPEN"));

            forgetWhatWasTold(hub);
            hub.rebuild();
            hub.run("webhook", config);
            hub.report(site("last").live("aw-9", now(), PAST.plusDays(3)).by("acme"));
            await("its end is told").atMost(PATIENCE).until(() -> toldOf(receiver)
                    .contains("last RESOLVED"));
            assertThat(toldOf(receiver))
                    .as("nothing twice, and nothing of what opened and ended meanwhile")
                    .containsExactly(
                            "told OPEN",
                            "open OPEN",
                            "told RESOLVED",
                            "unanswered OPEN",
                            "unanswered RESOLVED",
                            "last OPEN",
                            "last RESOLVED");
        } finally {
            hub.rest().delete("webhook");
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it is kept that a receiver has answered to what it was told of a site. */
    private static boolean isKept(RunningConnect hub, String site) {
        List<String> kept = new ArrayList<>();
        AvroReader values = new AvroReader(hub.connection().registry(), List.of(ToldTopics.IMPORT.schema()));
        try (TopicReader reader = new TopicReader(
                hub.connection().client(), List.of(ToldTopics.of("webhook").name()))) {
            reader.readToEnd(each -> {
                if (!((Told) values.read(each.value())).getTelling()) {
                    kept.add(each.key());
                }
            });
        }
        return kept.stream().anyMatch(key -> key.contains("go-live/away-" + site + "/"));
    }

    /** As it was under a hub that kept nothing: there are offsets alone. */
    private static void forgetWhatWasTold(RunningConnect hub) throws Exception {
        hub.rest().delete("webhook");
        try (Admin admin = KafkaClients.admin(hub.connection().client())) {
            await("the connector has gone")
                    .atMost(PATIENCE)
                    .until(() -> admin.describeConsumerGroups(List.of("connect-webhook")).all().get().values().stream()
                            .allMatch(group -> group.members().isEmpty()));
            admin.deleteTopics(List.of(ToldTopics.of("webhook").name())).all().get();
        }
    }

    private static void awaitTransition(RunningConnect hub, String site, String state) {
        await(site + " " + state)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> new HubReader(hub.connection())
                        .now().transitions().stream()
                                .anyMatch(one -> one.getAlertId().contains("go-live/away-" + site + "/")
                                        && one.getState().toString().equals(state)));
    }

    private static GoLiveReports site(String name) {
        return Reports.on(CLUSTER).goLive("away-" + name, "wardbook", "R0");
    }

    /** What a receiver was told of the sites of {@link #site}: name and state, in order. */
    private static List<String> toldOf(WebReceiver receiver) throws JsonProcessingException {
        List<String> told = new ArrayList<>();
        for (WebReceiver.Request request : receiver.requests()) {
            JsonNode message = new ObjectMapper().readTree(request.body());
            String[] subject = message.at("/subject").asText().split("/", -1);
            if (subject.length > 3 && subject[3].startsWith("away-")) {
                told.add(subject[3].substring("away-".length()) + " "
                        + message.at("/data/state").asText());
            }
        }
        return told;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static List<String> states(WebReceiver receiver, String site) throws JsonProcessingException {
        return texts(receiver, "webhook/MILESTONE_MISSED/go-live/" + site, "/subject", "/data/state");
    }

    private static List<String> actions(WebReceiver receiver, String site) throws JsonProcessingException {
        return texts(receiver, "webhook/MILESTONE_MISSED/go-live/" + site, "/dedup_key", "/event_action");
    }

    private static List<String> texts(WebReceiver receiver, String alert, String subject, String wanted)
            throws JsonProcessingException {
        List<String> texts = new ArrayList<>();
        for (WebReceiver.Request request : receiver.requests()) {
            JsonNode message = new ObjectMapper().readTree(request.body());
            if (message.at(subject).asText().startsWith(alert)) {
                texts.add(message.at(wanted).textValue());
            }
        }
        return texts;
    }

    /** As a receiver would check it, by the documentation. */
    private static void isSigned(WebReceiver.Request request) {
        String[] parts = request.headers().getFirst("Rollout-Signature").split("[=,]", -1);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] expected = mac.doFinal((parts[1] + "." + request.body()).getBytes(StandardCharsets.UTF_8));
            assertThat(parts[3]).isEqualTo(HexFormat.of().formatHex(expected));
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Why the transitions of this cluster on that topic were refused. */
    private static List<String> deadLetters(RunningConnect hub, String topic) {
        List<String> reasons = new ArrayList<>();
        try (TopicReader reader = new TopicReader(hub.connection().client(), List.of(topic))) {
            reader.readToEnd(letter -> {
                Header reason = letter.headers().lastHeader("__connect.errors.exception.message");
                if (letter.key().startsWith(CLUSTER)) {
                    reasons.add(new String(reason.value(), StandardCharsets.UTF_8));
                }
            });
        }
        return reasons;
    }
}
