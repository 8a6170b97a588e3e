package io.rollouthub.hub.cli;

import io.rollouthub.certificate.LocalAuthority;
import io.rollouthub.embedded.Advertised;
import io.rollouthub.embedded.ClientFiles;
import io.rollouthub.embedded.HubLogins;
import io.rollouthub.embedded.LocalHub;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.hub.door.RegistryDoor;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which an embedded broker is there for clients elsewhere: by which names, and how it asks who comes. */
final class Exposure {
    /** By which address the hub's own come. */
    static final String HERE = "127.0.0.1";

    @Option(
            names = "--advertise",
            paramLabel = "HOST:PORT",
            description =
                    "Be there for clients elsewhere too, who know the broker by this name: the port is opened on all"
                            + " addresses. Needs --tls, or --insecure. Can be given several times.")
    private List<Advertised> advertised = new ArrayList<>();

    @Option(
            names = "--tls",
            paramLabel = "HOW",
            description = "self-signed: clients elsewhere come by TLS, with a certificate that is made here, and a name"
                    + " and a password (SCRAM-SHA-512); nobody may do what no right allows.")
    private @Nullable Certificates tls;

    @Option(
            names = "--insecure",
            description =
                    "With --advertise: ask nobody who comes. Whoever reaches the port reads and writes everything.")
    private boolean insecure;

    /** Where the broker's certificate comes from. */
    enum Certificates {
        SELF_SIGNED;

        @Override
        public String toString() {
            return "self-signed";
        }
    }

    /** By which names clients elsewhere know the broker; throws unless it is said how they are to come. */
    List<Advertised> advertised() {
        if (tls != null && insecure) {
            throw new RolloutException("--tls and --insecure exclude each other.", "Leave one of them out.");
        }
        if (!advertised.isEmpty() && tls == null && !insecure) {
            throw new RolloutException(
                    "--advertise alone opens the hub to everybody who reaches this machine, to read and write everything.",
                    "Give --tls self-signed too: then clients come by TLS, with a password, and have the rights that the"
                            + " programme gives them; or --insecure, on a network that you trust.");
        }
        if (advertised.isEmpty() && (tls != null || insecure)) {
            throw new RolloutException(
                    "--tls and --insecure are for clients elsewhere, and none are let in.",
                    "Say by which name they know the broker, such as --advertise kafka.example.org:9092.");
        }
        return advertised;
    }

    /** Whether it is asked who comes. */
    boolean guarded() {
        return tls != null;
    }

    /** Opens the registry's address for everybody, with a certificate of its own, in front of a hub's. */
    RegistryDoor door(Path data, int port, LocalHub hub) {
        List<String> hosts = Stream.concat(advertised.stream().map(Advertised::host), Stream.of("localhost", HERE))
                .toList();
        return RegistryDoor.open(
                new InetSocketAddress(port),
                LocalAuthority.in(data.resolve("tls")).issue("registry", hosts),
                HubLogins.in(data).registryToken(),
                new RegistryDoor.Registry(hub.connection().registry().address(), hub::makeRegistryWritable));
    }

    /**
     * Writes what clients need, and the hub's own logins, into the data folder; what to tell people of it.
     *
     * @param registry where it is; null: there is none beside the broker
     */
    List<String> tellClients(Path data, String bootstrapServers, @Nullable RegistryDoor registry) {
        if (!guarded()) {
            return List.of();
        }
        HubLogins.in(data).write(bootstrapServers, registry == null ? null : registry.url(HERE));
        ClientFiles files = ClientFiles.write(
                data,
                advertised,
                registry == null ? null : registry.url(advertised.get(0).host()));
        return List.of(
                "Clients elsewhere: what they need is in " + files.folder()
                        + ", but for a user with a password: 'rollout admin user add NAME'.",
                "The administrator's login is " + HubLogins.in(data).administrator() + ", for --config.");
    }

    /** What is open to everybody, for people. */
    String[] warnings(String more) {
        return insecure
                ? new String[] {
                    "Insecure: whoever reaches " + (advertised.size() == 1 ? "port " : "ports ")
                            + advertised.stream()
                                    .map(one -> Integer.toString(one.port()))
                                    .collect(Collectors.joining(", "))
                            + more + " of this machine reads and writes everything."
                }
                : new String[0];
    }

    /** The broker's addresses, for people. */
    String addresses(String here) {
        return Stream.concat(Stream.of(here), advertised.stream().map(Advertised::toString))
                .collect(Collectors.joining(" and "));
    }
}
