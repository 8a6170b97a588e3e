package io.rollouthub.hub.live;

import io.rollouthub.testkit.Command;
import io.rollouthub.testkit.NodePackages;
import io.rollouthub.testkit.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The programs of {@code examples/clients}, in which nothing is Java. */
enum ForeignClient {
    NODE("node", ".mjs") {
        @Override
        Path folder() {
            return NodePackages.installed(EXAMPLES.resolve("node"));
        }
    },

    /** Debian's own Python, which sees Debian's libraries; another may come first on the path. */
    PYTHON("/usr/bin/python3", ".py") {
        @Override
        Path folder() {
            Program.PYTHON_CLIENT.need();
            return EXAMPLES.resolve("python");
        }
    };

    private static final Path EXAMPLES = Path.of("..", "examples", "clients");

    private final String interpreter;
    private final String extension;

    ForeignClient(String interpreter, String extension) {
        this.interpreter = interpreter;
        this.extension = extension;
    }

    /** Where its programs are, ready to run; leaves the test out where what they need is not here, and says so. */
    abstract Path folder();

    /** The command line of one of its programs. */
    List<String> command(String program, List<String> options) {
        Path file = folder().resolve(program + extension).toAbsolutePath().normalize();
        List<String> command = new ArrayList<>(List.of(interpreter));
        if (this == PYTHON) {
            command.add("-B"); // nothing compiled is left beside the sources
        }
        command.add(file.toString());
        command.addAll(options);
        return command;
    }

    /** Reports that a site is live, and what came of it. */
    Command.Ended report(String bootstrapServers, String registryUrl, List<String> supplierClusterSite) {
        return Command.of(command(
                        "supplier",
                        List.of(
                                "--connect",
                                bootstrapServers,
                                "--registry",
                                registryUrl,
                                "--supplier",
                                supplierClusterSite.get(0),
                                "--cluster",
                                supplierClusterSite.get(1),
                                "--site",
                                supplierClusterSite.get(2),
                                "--product",
                                "p",
                                "--release",
                                "r",
                                "--date",
                                "2026-02-14")))
                .run();
    }
}
