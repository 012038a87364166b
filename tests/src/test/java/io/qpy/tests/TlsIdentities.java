package io.qpy.tests;

import io.qpy.support.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Certificates and keys by openssl, one for each way to exchange keys: NAME.crt and NAME.key in a folder, for rsa, ecdsa,
 * ecdh_rsa and ecdh_ecdsa (EC keys whose certificates are signed with RSA and with ECDSA), and the clients' rsa_client and
 * ecdsa_client.
 */
final class TlsIdentities {
    private final Path folder;

    private TlsIdentities(Path folder) {
        this.folder = folder;
    }

    static TlsIdentities in(Path folder) throws IOException, InterruptedException {
        TlsIdentities identities = new TlsIdentities(folder);
        for (String name : List.of("rsa", "rsa_client")) {
            identities.openssl(
                    "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", name + ".key");
        }
        for (String name : List.of("ecdsa", "ecdsa_client", "ecdh_rsa", "ecdh_ecdsa")) {
            identities.openssl("ecparam", "-genkey", "-name", "prime256v1", "-noout", "-out", name + ".key");
        }
        for (String name : List.of("rsa", "rsa_client", "ecdsa", "ecdsa_client")) {
            identities.openssl(
                    "req", "-x509", "-new", "-key", name + ".key", "-subj", "/CN=" + name, "-out", name + ".crt");
        }
        identities.sign("ecdh_rsa", "rsa");
        identities.sign("ecdh_ecdsa", "ecdsa");
        return identities;
    }

    private void sign(String name, String authority) throws IOException, InterruptedException {
        openssl("req", "-new", "-key", name + ".key", "-subj", "/CN=" + name, "-out", name + ".csr");
        openssl(
                "x509",
                "-req",
                "-in",
                name + ".csr",
                "-CA",
                authority + ".crt",
                "-CAkey",
                authority + ".key",
                "-CAcreateserial",
                "-out",
                name + ".crt");
    }

    /** Runs openssl in the folder. */
    void openssl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Program.of(command).in(folder).run();
    }

    Path folder() {
        return folder;
    }

    String file(String name) {
        return folder.resolve(name).toString();
    }

    String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
