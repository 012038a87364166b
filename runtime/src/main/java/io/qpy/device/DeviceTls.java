package io.qpy.device;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** TLS as the module speaks it: it checks no certificate of a server's, and tells the server which host it wants. */
public final class DeviceTls {
    private final SSLContext context;

    private DeviceTls(KeyManager... own) throws IOException {
        try {
            context = SSLContext.getInstance("TLS");
            context.init(own, new TrustManager[] {new TrustAnyone()}, null);
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java has no TLS: " + e.getMessage(), e);
        }
    }

    /** A device that shows no certificate of its own. */
    public static DeviceTls anonymous() throws IOException {
        return new DeviceTls();
    }

    /**
     * A device that shows a certificate when the server asks for one.
     *
     * @param certificate PEM, the device's own first
     * @param key PEM, not encrypted: PKCS#8, or PKCS#1 for RSA
     * @throws IOException which says what is wrong with them
     */
    public static DeviceTls withCertificate(String certificate, String key) throws IOException {
        return new DeviceTls(Pem.keyManagers(certificate, key));
    }

    /**
     * Puts TLS over a connected socket; {@link SSLSocket#startHandshake} comes next. Closing the one closes the other.
     *
     * @param host as the script names it; a name is sent to the server (SNI), an address is not
     */
    public SSLSocket over(Socket connected, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(connected, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setServerNames(isName(host) ? List.of(new SNIHostName(host)) : List.of());
        socket.setSSLParameters(parameters);
        return socket;
    }

    /** RFC 6066, section 3: a name of letters, digits and hyphens, and no address. */
    private static boolean isName(String host) {
        return host.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?") && !host.matches("[0-9.]+");
    }
}
