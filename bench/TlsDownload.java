import io.qpy.device.time.DeviceClock;
import io.qpy.device.Notices;
import io.qpy.device.tls.DeviceTls;
import io.qpy.device.tls.TlsSocket;
import io.qpy.device.tls.Trust;
import io.qpy.sandbox.tls.CertificateAuthority;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** Downloads 20 MB over TLS from a server on the JDK's TLS, with qpy's client and with the JDK's, in turn. */
class TlsDownload {
    private static final int BYTES = 20 << 20;
    private static final int CHUNK = 16 * 1024;
    private static final int ROUNDS = 15;
    private static final int FIRST_ROUNDS = 3; // not counted: classes are loaded and compiled
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final String suite;
    private final SSLContext context;
    private final SSLServerSocket server;

    private TlsDownload(String suite) throws IOException, GeneralSecurityException {
        this.suite = suite;
        context = context();
        server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        server.setEnabledCipherSuites(new String[] {suite});
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        System.out.printf("20 MB over TLS, ms: min, median, max of %d, JDK %s%n", ROUNDS, Runtime.version());
        String[] suites = arguments.length > 0
                ? arguments
                : new String[] {"TLS_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"};
        for (String each : suites) {
            new TlsDownload(each).compare();
        }
    }

    private void compare() throws IOException {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int i = 0; i < FIRST_ROUNDS + ROUNDS; i++) {
            double qpy = seconds(this::qpy) * 1000;
            double jdk = seconds(this::jdk) * 1000;
            if (i >= FIRST_ROUNDS) {
                ours.add(qpy);
                theirs.add(jdk);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-42s qpy %s   JDK %s   ratio of medians %.2f%n",
                suite,
                summary(ours),
                summary(theirs),
                ours.get(ROUNDS / 2) / theirs.get(ROUNDS / 2));
    }

    private static String summary(List<Double> millis) {
        Collections.sort(millis);
        return String.format(
                Locale.ROOT, "%4.0f %4.0f %4.0f", millis.get(0), millis.get(ROUNDS / 2), millis.get(ROUNDS - 1));
    }

    private interface Download {
        long run() throws IOException;
    }

    private static double seconds(Download download) throws IOException {
        long start = System.nanoTime();
        long bytes = download.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (bytes != BYTES) {
            throw new IOException(bytes + " bytes came");
        }
        return seconds;
    }

    private long qpy() throws IOException {
        DeviceTls tls = DeviceTls.of(Trust.inAnyone(), DeviceClock.system(), Notices.discarding());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort());
                TlsSocket secure = tls.over(socket, "localhost", server.getLocalPort())) {
            secure.startHandshake();
            return read(secure.getInputStream());
        }
    }

    private long jdk() throws IOException {
        try (SSLSocket secure = (SSLSocket)
                context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), server.getLocalPort())) {
            secure.setEnabledCipherSuites(new String[] {suite});
            secure.startHandshake();
            return read(secure.getInputStream());
        }
    }

    private static long read(InputStream in) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long all = 0;
        while (all < BYTES) {
            int count = in.read(chunk);
            if (count < 0) {
                break;
            }
            all += count;
        }
        return all;
    }

    private void serve() {
        byte[] chunk = new byte[CHUNK];
        while (true) {
            try (Socket client = server.accept();
                    OutputStream out = client.getOutputStream()) {
                for (int sent = 0; sent < BYTES; sent += CHUNK) {
                    out.write(chunk);
                }
            } catch (IOException e) {
                System.err.println(e);
            }
        }
    }

    private static SSLContext context() throws GeneralSecurityException, IOException {
        CertificateAuthority authority = new CertificateAuthority();
        CertificateAuthority.Identity identity = authority.issue("localhost");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        store.setKeyEntry("server", identity.key(), PASSWORD, identity.chain().toArray(new Certificate[0]));
        store.setCertificateEntry("authority", authority.certificate());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
