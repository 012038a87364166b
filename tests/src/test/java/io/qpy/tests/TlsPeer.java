package io.qpy.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A TLS server that is not ours, in a process of its own on 127.0.0.1. It answers each line: as it is, or reversed. */
final class TlsPeer implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Process process;
    private final boolean reverses;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private int port;

    private TlsPeer(Process process, boolean reverses) {
        this.process = process;
        this.reverses = reverses;
        Thread reader = new Thread(this::collect, "tls-peer");
        reader.setDaemon(true);
        reader.start();
    }

    /** Skips the test where the servers are not installed, unless the environment says CI=true. */
    static void requireInstalled() {
        if (!"true".equals(System.getenv("CI"))) {
            boolean there = Files.exists(Path.of("/usr/bin/gnutls-serv"))
                    && Files.exists(Path.of("/usr/include/mbedtls/ssl.h"))
                    && Files.exists(Path.of("/usr/bin/cc"));
            Assumptions.assumeTrue(there, "not installed (Debian: gnutls-bin, libmbedtls-dev, gcc)");
        }
    }

    /** Debian's OpenSSL; it has no static ECDH, no Camellia with GCM. {@code more} are options of s_server's. */
    static TlsPeer openssl(TlsIdentities identities, String identity, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "openssl",
                "s_server",
                "-accept",
                "127.0.0.1:0",
                "-rev",
                "-cert",
                identities.file(identity + ".crt"),
                "-key",
                identities.file(identity + ".key")));
        command.addAll(List.of(more));
        TlsPeer peer = new TlsPeer(start(command, Map.of()), true);
        peer.port = Integer.parseInt(peer.await("ACCEPT ").replaceAll(".*:", ""));
        return peer;
    }

    /** Debian's GnuTLS; it has no static ECDH. */
    static TlsPeer gnutls(TlsIdentities identities, String identity, String priority, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "gnutls-serv",
                "--echo",
                "--port",
                "0",
                "--priority",
                priority,
                "--x509certfile",
                identities.file(identity + ".crt"),
                "--x509keyfile",
                identities.file(identity + ".key")));
        command.addAll(List.of(more));
        String loopback = compiled("loopback_only", "-shared", "-fPIC", "-ldl");
        TlsPeer peer = new TlsPeer(start(command, Map.of("LD_PRELOAD", loopback)), false);
        peer.port = Integer.parseInt(peer.await("LISTENS ").substring("LISTENS ".length()));
        return peer;
    }

    /** Our small server on Debian's mbedTLS, which has them all; a suite for each connection, in this order. */
    static TlsPeer mbedtls(TlsIdentities identities, boolean asksForCertificate, List<Integer> codes) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                compiled("mbedtls_server", "-lmbedtls", "-lmbedx509", "-lmbedcrypto"),
                identities.folder().toString()));
        if (asksForCertificate) {
            command.add("auth");
        }
        codes.forEach(code -> command.add(Integer.toHexString(code)));
        TlsPeer peer = new TlsPeer(start(command, Map.of()), false);
        peer.port = Integer.parseInt(peer.await(""));
        return peer;
    }

    private static Process start(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static synchronized String compiled(String name, String... options) throws Exception {
        Path program = Path.of("target", name).toAbsolutePath();
        Path source = Path.of("src/test/c", name + ".c").toAbsolutePath();
        if (!Files.exists(program)
                || Files.getLastModifiedTime(program).compareTo(Files.getLastModifiedTime(source)) < 0) {
            List<String> command =
                    new ArrayList<>(List.of("cc", "-Wall", "-O1", "-o", program.toString(), source.toString()));
            command.addAll(Arrays.asList(options));
            Process compiler = new ProcessBuilder(command).inheritIO().start();
            if (compiler.waitFor() != 0) {
                throw new AssertionError(command + " failed; are gcc and libmbedtls-dev installed?");
            }
        }
        return program.toString();
    }

    private void collect() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.ISO_8859_1))) {
            reader.lines().forEach(lines::add);
        } catch (IOException | java.io.UncheckedIOException e) {
            // The process has ended.
        }
    }

    /** Waits for a line of the server's that begins so. */
    String await(String start) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end) {
            for (String line : lines) {
                if (line.startsWith(start)) {
                    return line;
                }
            }
            Thread.sleep(2);
        }
        throw new AssertionError("no line '" + start + "' in " + lines);
    }

    /** Waits for a line that has a text somewhere. */
    void awaitText(String text) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (lines.stream().noneMatch(line -> line.contains(text))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no '" + text + "' in " + lines);
            }
            Thread.sleep(2);
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    int port() {
        return port;
    }

    /** What it answers to a line without its newline. */
    String answer(String line) {
        return reverses ? new StringBuilder(line).reverse().toString() : line;
    }

    /** What it has printed. */
    List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
