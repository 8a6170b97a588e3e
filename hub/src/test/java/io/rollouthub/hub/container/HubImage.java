package io.rollouthub.hub.container;

import java.util.Optional;
import java.util.stream.Stream;

/** The image of the hub that was just built, made once for all tests of a run. */
final class HubImage {
    static final String NAME = "rollout-hub:test";

    private HubImage() {}

    private static final class Built {
        static final String IMAGE = build();

        private static String build() {
            Engine.build(NAME, base().orElseThrow());
            return NAME;
        }
    }

    /** Its name, once it is there. */
    static String built() {
        return Built.IMAGE;
    }

    /** The image that it is built on: the one that is named, else the Dockerfile's, else that of docker/base-image. */
    static Optional<String> base() {
        String named = System.getProperty("rollout.docker.base", "");
        return named.isEmpty()
                ? Stream.of("eclipse-temurin:17-jre", "rollout-base")
                        .filter(Engine::has)
                        .findFirst()
                : Optional.of(named).filter(Engine::has);
    }
}
