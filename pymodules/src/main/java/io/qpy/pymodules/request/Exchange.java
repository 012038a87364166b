package io.qpy.pymodules.request;

import io.qpy.device.Device;
import io.qpy.device.tls.DeviceTls;
import io.qpy.module.Exposed;
import io.qpy.pymodules.request.WireSocket.Stage;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;

/** One request, until its answer begins. */
final class Exchange {
    private final Device device;
    private final Parts parts;
    private final boolean asksForHead;
    private final Target target;
    private final RequestHead head;
    private final WireSocket socket;
    private String certificate;
    private String key;

    Exchange(Device device, Parts parts, String method, Target target) {
        this.device = device;
        this.parts = parts;
        asksForHead = method.equals("HEAD");
        this.target = target;
        head = new RequestHead(method, target);
        socket = new WireSocket(device.network().socketFactory(), target);
    }

    /** Has an HTTPS request show a certificate of the device's own; both are PEM, and one without the other is none. */
    @Exposed
    void identify(String ownCertificate, String ownKey) {
        certificate = ownCertificate;
        key = ownKey;
    }

    /** Adds Basic authentication. */
    @Exposed
    void authorize(String username, String password) {
        head.authorize(username, password);
    }

    /**
     * Sends the request and waits for the head of the answer.
     *
     * @param version of HTTP, 0 for 1.0 or 1 for 1.1
     * @param own the names and values of the script's header fields, in turn, as bytes
     * @param body null for none
     */
    @Exposed
    Answer send(int version, List<byte[]> own, byte[] body) {
        if (target.secure()) {
            secure();
        }
        for (int i = 0; i < own.size(); i += 2) {
            head.add(own.get(i), own.get(i + 1));
        }
        socket.request(head.bytes(version, body), asksForHead);
        try {
            Request request = HttpCalls.request(target.port(), body);
            InetAddress address = device.resolver().resolve(target.host());
            Call call = parts.calls().call(socket, address, target.millis(), request);
            Response response = device.waits().work(call::execute, socket);
            return answer(new Transfer(socket, response));
        } catch (IOException e) {
            throw failure().before(socket.stage(), e);
        }
    }

    private void secure() {
        try {
            DeviceTls tls = device.tls();
            boolean anonymous = certificate == null || key == null;
            socket.secureWith(anonymous ? tls : tls.withCertificate(certificate, key));
        } catch (IOException e) {
            throw failure().before(Stage.SECURING, e);
        }
    }

    private Answer answer(Transfer transfer) throws IOException {
        Body body = new Body(transfer, parts.answers(), device.waits());
        Answer answer = new Answer(socket.answer(), body, failure());
        parts.answers().add(answer, transfer);
        if (asksForHead) {
            body.close();
        }
        return answer;
    }

    private Failure failure() {
        return new Failure(device.notices(), target);
    }
}
