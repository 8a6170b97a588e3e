package io.rollouthub.hub.cli;

import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: this program's version, and those that matter when something is odd. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String own = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "rollout " + (own == null ? "(not packaged)" : own),
            "Kafka " + AppInfoParser.getVersion() + ", Java " + Runtime.version()
        };
    }
}
