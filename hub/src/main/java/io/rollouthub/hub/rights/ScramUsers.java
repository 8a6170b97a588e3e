package io.rollouthub.hub.rights;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/** Those who log in to Kafka with a password, of which it keeps no more than is needed to check it (SCRAM-SHA-512). */
public record ScramUsers(Connection hub) {
    private static final int ITERATIONS = 8192;

    /** Throws unless there is such a user, or there is none, as is asked for. */
    public void require(String name, boolean isThere) {
        try (Admin admin = KafkaClients.admin(hub.client())) {
            if (isThere(admin, name) == isThere) {
                return;
            }
        }
        throw isThere
                ? new RolloutException(
                        "Kafka has no user " + name + " with a password.",
                        "Make it with 'rollout admin user add " + name + "'.")
                : new RolloutException(
                        "Kafka has a user " + name + " already.",
                        "Give it a new password with 'rollout admin user rotate " + name + "'.");
    }

    /** Makes a user, or gives it another password: whoever is logged in stays so, the next login needs the new one. */
    public void set(String name, String password) {
        alter(new UserScramCredentialUpsertion(
                name,
                new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                password.getBytes(StandardCharsets.UTF_8)));
    }

    /** Nobody logs in by this name any more. */
    public void remove(String name) {
        alter(new UserScramCredentialDeletion(name, ScramMechanism.SCRAM_SHA_512));
    }

    private void alter(UserScramCredentialAlteration change) {
        try (Admin admin = KafkaClients.admin(hub.client())) {
            KafkaCalls.await(
                    "change a user",
                    admin.alterUserScramCredentials(List.of(change)).all());
        }
    }

    private static boolean isThere(Admin admin, String name) {
        return KafkaCalls.await(
                        "tell its users", admin.describeUserScramCredentials().users())
                .contains(name);
    }
}
