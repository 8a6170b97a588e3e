package io.rollouthub.bench.contender;

import java.nio.file.Path;
import java.util.List;

/**
 * What the main of every peer is given.
 *
 * @param stateDir for its files
 * @param topics of the suppliers
 */
public record PeerArguments(String bootstrapServers, String registryUrl, Path stateDir, List<String> topics) {
    public static PeerArguments of(String... args) {
        return new PeerArguments(args[0], args[1], Path.of(args[2]), List.of(args[3].split(",")));
    }
}
