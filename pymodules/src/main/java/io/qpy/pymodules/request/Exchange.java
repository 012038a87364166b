package io.qpy.pymodules.request;

import io.qpy.device.Device;
import io.qpy.device.DeviceError;
import io.qpy.device.tls.DeviceTls;
import io.qpy.module.Exposed;
import io.qpy.pymodules.request.WireSocket.Stage;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.Request;
import okhttp3.Response;

/** One request, until its answer begins. */
final class Exchange {
    private final Device device;
    private final Parts parts;
    private final Target target;
    private final WireSocket socket;

    Exchange(Device device, Parts parts, Target target) {
        this.device = device;
        this.parts = parts;
        this.target = target;
        socket = new WireSocket(device.network().socketFactory(), target);
    }

    /** Has the exchange speak TLS; it shows a certificate of the device's own only with its key. */
    @Exposed
    void secure(String certificate, String key) {
        try {
            DeviceTls tls = device.network().tls();
            boolean anonymous = certificate == null || key == null;
            socket.secureWith(anonymous ? tls : tls.withCertificate(certificate, key));
        } catch (IOException e) {
            throw failure().before(Stage.SECURING, e);
        }
    }

    /**
     * Sends the request and waits for the head of the answer.
     *
     * @param line the request line
     * @param fields pairs of header names and values, in the order to send them
     * @param body null for none
     */
    @Exposed
    Answer send(String line, List<List<String>> fields, byte[] body) {
        socket.requestLine(line);
        String method = line.substring(0, line.indexOf(' '));
        Head head = new Head(headers(fields));
        try {
            Request request = HttpCalls.request(method, target.port(), body);
            InetAddress address = device.resolver().resolve(target.host());
            Call call = parts.calls().call(socket, head, address, target.millis(), request);
            Response response = device.waits().work(call::execute, socket);
            return answer(head, new Transfer(socket, response), method);
        } catch (IOException e) {
            throw failure().before(socket.stage(), e);
        }
    }

    private static Headers headers(List<List<String>> fields) {
        Headers.Builder builder = new Headers.Builder();
        for (List<String> field : fields) {
            String value = field.get(1);
            try {
                if (value.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
                    throw new IllegalArgumentException("a header is one line");
                }
                builder.addUnsafeNonAscii(field.get(0), value);
            } catch (IllegalArgumentException e) {
                throw DeviceError.of("ValueError", "invalid header: " + field.get(0));
            }
        }
        return builder.build();
    }

    private Answer answer(Head head, Transfer transfer, String method) throws IOException {
        Body body = new Body(transfer, device.waits());
        if (method.equals("HEAD")) {
            body.close(); // with a body it is a POST to OkHttp, which would wait for one in return
        }
        Answer answer = new Answer(head.received(), body, failure());
        parts.answers().add(answer, transfer);
        return answer;
    }

    private Failure failure() {
        return new Failure(device.notices(), target);
    }
}
