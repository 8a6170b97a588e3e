package io.rollouthub.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.failure.RolloutException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalAuthorityTest {
    @TempDir
    private Path folder;

    @Test
    void issuesCertificatesForHostsThatItHasSignedAndStaysTheSame() throws Exception {
        KeyStoreFile issued =
                LocalAuthority.in(folder).issue("kafka", List.of("kafka.example.org", "127.0.0.1", "[::1]"));
        KeyStoreFile again = LocalAuthority.in(folder).issue("kafka", List.of("kafka"));

        assertThat(again).isEqualTo(issued);
        KeyStore keys = open(again);
        assertThat(Collections.list(keys.aliases())).containsExactly("kafka");
        assertThat(keys.getCertificateChain("kafka")).hasSize(2);
        X509Certificate certificate = (X509Certificate) keys.getCertificate("kafka");
        certificate.verify(authority().getPublicKey());
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=kafka");
        assertThat(certificate.getSubjectAlternativeNames().toString()).isEqualTo("[[2, kafka]]");
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertThat(authority().getBasicConstraints()).isZero();
    }

    @Test
    void namesAddressesAsAddresses() throws Exception {
        KeyStore keys = open(LocalAuthority.in(folder).issue("kafka", List.of("hub", "10.0.0.7", "[::1]", "hub")));

        assertThat(((X509Certificate) keys.getCertificate("kafka"))
                        .getSubjectAlternativeNames()
                        .toString())
                .isEqualTo("[[2, hub], [7, 10.0.0.7], [7, 0:0:0:0:0:0:0:1]]");
    }

    @Test
    void keepsItsKeysToItsOwner() throws Exception {
        LocalAuthority.in(folder.resolve("tls")).issue("acme", List.of());

        assertThat(permissions("tls")).isEqualTo("rwx------");
        assertThat(permissions("tls/ca.p12")).isEqualTo("rw-------");
        assertThat(permissions("tls/password")).isEqualTo("rw-------");
        assertThat(permissions("tls/acme.p12")).isEqualTo("rw-------");
    }

    @Test
    void saysWhatToDoWhereItsFilesAreOthers() throws Exception {
        LocalAuthority.in(folder);
        Files.writeString(folder.resolve("password"), "of-somebody-else\n");

        assertThatThrownBy(() -> LocalAuthority.in(folder).issue("kafka", List.of("kafka")))
                .isInstanceOf(RolloutException.class)
                .hasMessageNotContaining("of-somebody-else");
    }

    private X509Certificate authority() throws Exception {
        try (InputStream in = Files.newInputStream(LocalAuthority.in(folder).certificate())) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static KeyStore open(KeyStoreFile file) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file.file())) {
            keys.load(in, file.password().toCharArray());
        }
        return keys;
    }

    private String permissions(String file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }
}
