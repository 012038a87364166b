package io.qpy.pymodules.sms;

import io.qpy.device.Device;
import io.qpy.device.sms.Messages;
import io.qpy.device.sms.Pdu;
import io.qpy.module.Controls;
import io.qpy.module.Exposed;
import java.util.List;

/** The message centre, as a test has it; {@code qpytest.sms} is made of it. */
public final class SmsControls implements Controls {
    @Override
    public Object verbs(Device device) {
        return new Verbs(SmsHost.messages(device));
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    /** The verbs. */
    static final class Verbs {
        private final Messages messages;

        Verbs(Messages messages) {
            this.messages = messages;
        }

        /** Somebody sends the module a message. */
        @Exposed
        void send(String number, String text, boolean unicode) {
            messages.receive(number, text, unicode);
        }

        /** What the module has sent, each [number, text, parts]. */
        @Exposed
        List<List<Object>> sent() {
            return messages.sent().stream()
                    .map(each -> List.<Object>of(each.number(), each.text(), each.parts()))
                    .toList();
        }

        /** How many messages wait until the module can take them. */
        @Exposed
        int waiting() {
            return messages.waiting();
        }

        /** The network does not take the next so many messages. */
        @Exposed
        void failNext(int count) {
            messages.failNext(count);
        }

        /** What a store has, each [place, number, text]; None for a store that there is not. */
        @Exposed
        List<List<Object>> stored(String store) {
            return messages.store(store) == null
                    ? null
                    : messages.store(store).messages().entrySet().stream()
                            .flatMap(each -> Pdu.read(each.getValue()).stream()
                                    .map(pdu -> List.<Object>of(each.getKey(), pdu.number(), pdu.text())))
                            .toList();
        }
    }
}
