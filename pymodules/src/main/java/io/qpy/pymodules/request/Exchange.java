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
    private final String method;
    private final Target target;
    private final RequestFields fields;
    private final WireSocket socket;
    private String certificate;
    private String key;

    Exchange(Device device, Parts parts, String method, Target target) {
        this.device = device;
        this.parts = parts;
        this.method = method;
        this.target = target;
        fields = new RequestFields(target.authority());
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
        fields.authorize(username, password);
    }

    /**
     * Sends the request and waits for the head of the answer.
     *
     * @param version of HTTP, 0 for 1.0 or 1 for 1.1
     * @param own the names and values of the script's header fields, in turn
     * @param body null for none
     */
    @Exposed
    Answer send(int version, List<String> own, byte[] body) {
        if (target.secure()) {
            secure();
        }
        socket.requestLine(method + " " + target.path() + " HTTP/1." + version);
        Head head = new Head(fields.all(version, own, body));
        try {
            Request request = HttpCalls.request(method, target.port(), body);
            InetAddress address = device.resolver().resolve(target.host());
            Call call = parts.calls().call(socket, head, address, target.millis(), request);
            Response response = device.waits().work(call::execute, socket);
            return answer(head, new Transfer(socket, response));
        } catch (IOException e) {
            throw failure().before(socket.stage(), e);
        }
    }

    private void secure() {
        try {
            DeviceTls tls = device.network().tls();
            boolean anonymous = certificate == null || key == null;
            socket.secureWith(anonymous ? tls : tls.withCertificate(certificate, key));
        } catch (IOException e) {
            throw failure().before(Stage.SECURING, e);
        }
    }

    private Answer answer(Head head, Transfer transfer) throws IOException {
        Body body = new Body(transfer, parts.answers(), device.waits());
        Answer answer = new Answer(head.received(), body, failure());
        parts.answers().add(answer, transfer);
        if (method.equals("HEAD")) {
            body.close(); // with a body it is a POST to OkHttp, which would wait for one in return
        }
        return answer;
    }

    private Failure failure() {
        return new Failure(device.notices(), target);
    }
}
