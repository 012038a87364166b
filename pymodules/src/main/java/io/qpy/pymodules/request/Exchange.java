package io.qpy.pymodules.request;

import io.qpy.device.Device;
import io.qpy.device.tls.DeviceTls;
import io.qpy.module.Exposed;
import io.qpy.pymodules.request.Connection.Stage;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

/** One request, until its answer begins. */
final class Exchange {
    private final Device device;
    private final OpenAnswers answers;
    private final boolean asksForHead;
    private final Target target;
    private final RequestHead head;
    private final Connection connection;
    private String certificate;
    private String key;

    Exchange(Device device, OpenAnswers answers, String method, Target target) {
        this.device = device;
        this.answers = answers;
        asksForHead = method.equals("HEAD");
        this.target = target;
        head = new RequestHead(method, target);
        connection = new Connection(device.network(), target);
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
        byte[] request = body == null ? head.bytes(version, null) : Octets.joined(head.bytes(version, body), body);
        try {
            InetAddress address = device.resolver().resolve(target.host());
            return answer(device.waits().work(() -> exchange(address, request), connection));
        } catch (IOException e) {
            throw failure().before(connection.stage(), e);
        }
    }

    private AnswerHead exchange(InetAddress address, byte[] request) throws IOException {
        try {
            connection.open(address);
            return connection.exchange(request);
        } catch (IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void secure() {
        try {
            DeviceTls tls = device.tls();
            boolean anonymous = certificate == null || key == null;
            connection.secureWith(anonymous ? tls : tls.withCertificate(certificate, key));
        } catch (IOException e) {
            throw failure().before(Stage.SECURING, e);
        }
    }

    private Answer answer(AnswerHead answerHead) throws IOException {
        BodyInput input = new BodyInput(connection.input(), answerHead, asksForHead);
        Body body = new Body(connection, input, answers, device.waits());
        Answer answer = new Answer(answerHead, body, failure());
        answers.add(answer, connection);
        if (input.isComplete()) {
            body.close();
        }
        return answer;
    }

    private Failure failure() {
        return new Failure(device.notices(), target);
    }
}
