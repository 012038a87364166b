package io.qpy.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** {@code [tls]}: what becomes of servers' certificates. */
final class TlsSection {
    private final Path folder;
    private TlsConfig config = TlsConfig.DEFAULT;

    /** {@code folder} is where names of files begin. */
    TlsSection(Path folder) {
        this.folder = folder;
    }

    void read(TomlTable table) {
        table.read(new TomlTable.Keys()
                .on(
                        "verify",
                        value -> config =
                                new TlsConfig(value.truth() ? TlsMode.verify : TlsMode.module, config.authorities()))
                .on("authorities", value -> config = new TlsConfig(config.mode(), authorities(value))));
    }

    TlsConfig config() {
        return config;
    }

    private List<X509Certificate> authorities(TomlValue value) {
        try (InputStream in = Files.newInputStream(file(value))) {
            List<X509Certificate> all = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (!all.isEmpty()) {
                return all;
            }
            throw value.wrong("a file with certificates in PEM; it has none");
        } catch (IOException e) {
            throw value.wrong("a file that can be read");
        } catch (CertificateException e) {
            throw value.wrong("a file with certificates in PEM; it has something else");
        }
    }

    private Path file(TomlValue value) {
        try {
            Path file = folder.resolve(value.string());
            if (Files.isRegularFile(file)) {
                return file;
            }
            throw value.wrong(
                    "a file with certificates in PEM; " + (Files.exists(file) ? "it is no file" : "none is there"));
        } catch (InvalidPathException e) {
            throw value.wrong("the name of a file");
        }
    }
}
