package io.qpy.firmware.ussl;

import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.DeviceError;
import io.qpy.device.network.Stream;
import io.qpy.device.tls.DeviceTls;
import io.qpy.device.tls.InvalidIdentity;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;

/** The host object of {@code ussl}. */
public final class UsslHost {
    private final Device device;

    public UsslHost(ModuleContext context) {
        device = context.device();
    }

    /**
     * Puts TLS over a connected socket.
     *
     * @param socket the socket's own host object
     * @param host for the server (SNI), null for none
     * @param certificate PEM; null, like the key, for none
     * @param handshakes whether the handshake is completed here; else reading and writing do it
     */
    @Exposed
    SecureSocket wrap(Object socket, String host, String certificate, String key, boolean handshakes) {
        Stream stream = (Stream) socket;
        SecureSocket secure =
                new SecureSocket(device, stream, tls(certificate, key).over(stream, host), host);
        if (handshakes) {
            secure.completeHandshake();
        }
        return secure;
    }

    /** Whether an object is a socket that TLS can go over. */
    @Exposed
    boolean isStream(Object socket) {
        return socket instanceof Stream;
    }

    private DeviceTls tls(String certificate, String key) {
        DeviceTls tls = device.tls();
        try {
            return key == null ? tls : tls.withCertificate(certificate, key);
        } catch (InvalidIdentity e) {
            device.notices().say(Code.OWN_CERTIFICATE, "ussl: " + e.getMessage());
            throw DeviceError.of("ValueError", "invalid " + e.what());
        }
    }
}
