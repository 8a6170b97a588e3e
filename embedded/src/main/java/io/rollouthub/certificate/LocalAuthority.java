package io.rollouthub.certificate;

import io.rollouthub.failure.FileFailure;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.privacy.PrivateFiles;
import io.rollouthub.privacy.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A certificate authority of this machine alone, in a folder that its owner alone may read: clients trust it, and with it
 * whatever it has issued. It stays as long as its folder does.
 */
public final class LocalAuthority {
    private static final String ALIAS = "authority";
    private static final String YEARS = "3650";
    private static final String A_YEAR = "397";

    private final Path folder;
    private final String password;

    private LocalAuthority(Path folder, String password) {
        this.folder = folder;
        this.password = password;
    }

    /** The one of a folder, made if there is none. */
    public static LocalAuthority in(Path folder) {
        PrivateFiles.folder(folder);
        LocalAuthority authority = new LocalAuthority(folder, Secrets.keptIn(folder.resolve("password")));
        if (!Files.exists(authority.certificate())) {
            authority.make();
        }
        return authority;
    }

    private void make() {
        try {
            Files.deleteIfExists(keys()); // of a start that was killed
            Keytool.withPassword(password)
                    .generateKey(
                            keys(),
                            ALIAS,
                            "-dname",
                            "CN=Rollout Hub on this machine",
                            "-validity",
                            YEARS,
                            "-ext",
                            "bc:critical=ca:true,pathlen:0",
                            "-ext",
                            "ku:critical=keyCertSign,cRLSign");
            Files.setPosixFilePermissions(keys(), PosixFilePermissions.fromString("rw-------"));
            byte[] certificate = open(keys()).getCertificate(ALIAS).getEncoded();
            Path draft = folder.resolve("ca.pem.draft");
            Files.writeString(
                    draft,
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)
                            + "\n-----END CERTIFICATE-----\n");
            Files.move(draft, certificate(), StandardCopyOption.ATOMIC_MOVE);
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(e);
        }
    }

    /** Its certificate, as text (PEM), which whoever is to trust it needs; no secret. */
    public Path certificate() {
        return folder.resolve("ca.pem");
    }

    /** Issues a certificate for a year, in the place of an earlier one of that name: the hosts' own, or a client's if there are none. */
    public KeyStoreFile issue(String name, List<String> hosts) {
        Path file = folder.resolve(name + ".p12");
        Path draft = folder.resolve(name + ".p12.draft");
        try {
            Files.copy(keys(), draft, StandardCopyOption.REPLACE_EXISTING); // keytool signs within one file
            Keytool.withPassword(password).generateKey(draft, name, options(name, hosts));
            KeyStore made = open(draft);
            Key key = made.getKey(name, password.toCharArray());
            Certificate[] chain = {made.getCertificate(name), made.getCertificate(ALIAS)};
            made.deleteEntry(ALIAS);
            made.setKeyEntry(name, key, password.toCharArray(), chain);
            PrivateFiles.write(draft, "");
            try (OutputStream out = Files.newOutputStream(draft)) {
                made.store(out, password.toCharArray());
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new KeyStoreFile(file, password);
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(e);
        }
    }

    private static String[] options(String name, List<String> hosts) {
        List<String> use = List.of(
                "-signer",
                ALIAS,
                "-dname",
                "CN=" + name,
                "-validity",
                A_YEAR,
                "-ext",
                "ku:critical=digitalSignature",
                "-ext",
                hosts.isEmpty() ? "eku=clientAuth" : "eku=serverAuth");
        List<String> names = hosts.isEmpty()
                ? List.of()
                : List.of(
                        "-ext",
                        "san="
                                + hosts.stream()
                                        .distinct()
                                        .map(LocalAuthority::alternativeName)
                                        .collect(Collectors.joining(",")));
        return Stream.concat(use.stream(), names.stream()).toArray(String[]::new);
    }

    private static String alternativeName(String host) {
        boolean address = host.matches("[0-9.]+") || host.startsWith("[");
        return (address ? "ip:" : "dns:") + host.replaceAll("[\\[\\]]", "");
    }

    private Path keys() {
        return folder.resolve("ca.p12");
    }

    private KeyStore open(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStoreFile.TYPE);
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        }
        return store;
    }

    private RolloutException unusable(Exception e) {
        return e instanceof IOException failure
                ? FileFailure.of("The certificates in " + folder + " cannot be used", failure)
                : new RolloutException(
                        "The certificates in " + folder + " cannot be used: " + e.getMessage(),
                        "Take the folder away to have new ones made; clients then need the new " + certificate() + ".",
                        e);
    }
}
