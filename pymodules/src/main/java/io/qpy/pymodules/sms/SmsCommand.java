package io.qpy.pymodules.sms;

import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.sms.MessageStore;
import io.qpy.device.sms.Messages;
import io.qpy.device.sms.Pdu;
import io.qpy.module.Command;
import io.qpy.module.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code qpy board sms}: what the module has sent and has, and a message to it. */
public final class SmsCommand implements Command {
    private final Messages messages;

    public SmsCommand(Device device) {
        messages = SmsHost.messages(device);
    }

    @Override
    public void answer(List<String> words, Reply reply) throws IOException {
        if (words.isEmpty()) {
            list(reply);
            return;
        }
        if (!words.get(0).matches("\\+?[0-9]{1,20}|[A-Za-z0-9 ]{1,11}")) {
            throw new Refusal(
                    Code.USAGE,
                    "board: want a number as +8613800000000, or a name of up to 11 letters, got '" + words.get(0)
                            + "'");
        }
        messages.receive(words.get(0), words.get(1), false);
        if (messages.waiting() > 0) {
            reply.line("it waits at the message centre: the module is not registered, or its store is full");
        }
    }

    private void list(Reply reply) throws IOException {
        for (Messages.Sent each : messages.sent()) {
            reply.line("sent to " + each.number() + ": " + each.text());
        }
        for (String name : List.of(Messages.CARD, Messages.MODULE)) {
            MessageStore store = messages.store(name);
            for (Map.Entry<Integer, byte[]> each : store.messages().entrySet()) {
                Pdu pdu = Pdu.read(each.getValue()).orElseThrow();
                reply.line(name + " " + each.getKey() + " from " + pdu.number() + ": " + pdu.text());
            }
            reply.line(name + " " + store.messages().size() + " of " + store.capacity());
        }
    }
}
