package io.rollouthub.hub.audit;

import io.rollouthub.failure.FileFailure;
import io.rollouthub.journal.AuditEntry;
import io.rollouthub.reader.Connection;
import io.rollouthub.runtime.Change;
import io.rollouthub.runtime.KeptValue;
import io.rollouthub.runtime.Provisioning.Preparation;
import io.rollouthub.topic.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps who had this hub do what, for good. Where it cannot be kept the deed is not done, or told to have failed: nothing of
 * this kind goes unrecorded.
 *
 * @param who the name that is configured, or the system's user
 */
public record Audit(Connection hub, String who) {
    private static final int MOST_CHANGES = 100;

    /** Something that was done, or is about to be. */
    public void of(String command, List<String> changes) {
        write(command, changes, null, null);
    }

    /** Something that follows from a file. */
    public void of(String command, List<String> changes, Path file) {
        write(command, changes, digest(file), null);
    }

    /** What was made for a programme, from its file. */
    public void of(String command, Preparation made, Path file) {
        boolean isPublished = made.changes().stream().anyMatch(Change.Publish.class::isInstance);
        write(
                command,
                made.changes().stream().map(Change::line).toList(),
                digest(file),
                isPublished ? Digests.of(made.programme()) : null);
    }

    private void write(String command, List<String> changes, @Nullable String file, @Nullable String programme) {
        AuditEntry entry = AuditEntry.newBuilder()
                .setAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .setWho(who)
                .setHost(host())
                .setCommand(command)
                .setChanges(bounded(changes))
                .setFile(file)
                .setProgramme(programme)
                .build();
        new KeptValue<>(Topics.AUDIT, command, entry).write(hub.client(), hub.registry());
    }

    private static List<String> bounded(List<String> changes) {
        if (changes.size() <= MOST_CHANGES) {
            return List.copyOf(changes);
        }
        List<String> some = new ArrayList<>(changes.subList(0, MOST_CHANGES - 1));
        some.add("and " + (changes.size() - some.size()) + " more");
        return some;
    }

    private static String digest(Path file) {
        try {
            return Digests.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw FileFailure.of(file + " cannot be read", e);
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a machine without a name";
        }
    }
}
