package io.rollouthub.embedded;

import io.rollouthub.reader.Reach;
import io.rollouthub.registry.RegistryUnavailableException;
import io.rollouthub.registry.SchemaRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The archive of the registry's classes: its start then takes half the processor time. */
final class RegistryArchive {
    private RegistryArchive() {}

    /**
     * Makes the archive unless it is there: {@code RegistryArchive <folder of the runner jar>}. Without one all works as
     * well, so that a failure is told and no more.
     */
    public static void main(String[] args) throws InterruptedException {
        try {
            Path jar = RegistryProgram.jarIn(Path.of(args[0]));
            ClassArchive archive = RegistryProgram.archive(jar);
            if (Files.notExists(archive.file())) {
                make(archive, jar);
            }
        } catch (IOException | EmbeddedStartException | RegistryUnavailableException e) {
            System.err.println("The registry will start more slowly, as its classes could not be archived: " + e);
        }
    }

    private static void make(ClassArchive archive, Path jar) throws IOException, InterruptedException {
        int port = Loopback.freeFrom(18_081);
        List<String> options = RegistryProgram.options(Loopback.address(port));
        options.addAll(List.of("-cp", ChildJvm.joined(RegistryProgram.classPath(jar)), RegistryProgram.MAIN));
        archive.make(options, (program, printed) -> use(program, port));
    }

    /** What the registry does at every start. */
    private static void use(Process registry, int port) throws IOException, InterruptedException {
        ClassArchive.await(registry, () -> Reach.refusal(Loopback.HOST + ":" + port) == null);
        try (SchemaRegistry client = SchemaRegistry.at(RegistryProgram.url(port), Map.of())) {
            client.requireCompatibility(null, "BACKWARD_TRANSITIVE");
            client.register("archive", "\"string\"");
        }
    }
}
