package io.rollouthub.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

class SeedsTest {
    private static final String ASKED = "rollout.seed";

    /** Run by this test alone. */
    @EnabledIfSystemProperty(named = ASKED, matches = "4711")
    static class Random {
        @Test
        void failsWhereverItBegins(@Seed long seed) {
            throw new AssertionError("began at " + seed);
        }
    }

    @Test
    void aTestThatFailsTellsTheSeedThatRepeatsIt() {
        String before = System.getProperty(ASKED, "");
        System.setProperty(ASKED, "4711");
        try {
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass(Random.class))
                    .build();
            LauncherFactory.create().execute(request, listener);

            assertThat(listener.getSummary().getFailures()).singleElement().satisfies(failure -> {
                assertThat(failure.getException()).hasMessage("began at 4711");
                assertThat(failure.getException().getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("-Drollout.seed=4711 repeats it");
            });
        } finally {
            System.setProperty(ASKED, before);
        }
    }

    @Test
    void eachRunBeginsElsewhereUnlessItIsAsked(@Seed long seed) {
        String asked = System.getProperty(ASKED, "");
        assertThat(asked.isEmpty() || Long.parseLong(asked) == seed).isTrue();
    }
}
