package io.qpy.pymodules.calls;

import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.calls.Call;
import io.qpy.device.calls.Calls;
import io.qpy.module.Command;
import io.qpy.module.Refusal;
import java.io.IOException;
import java.util.List;

/** {@code qpy board call}: the module's call; with a number somebody calls it, with a word the other end answers or hangs up. */
public final class CallCommand implements Command {
    private final Calls calls;

    public CallCommand(Device device) {
        calls = VoiceCallHost.calls(device);
    }

    @Override
    public void answer(List<String> words, Reply reply) throws IOException {
        String word = words.isEmpty() ? "" : words.get(0);
        boolean done =
                switch (word) {
                    case "" -> true;
                    case "answer" -> calls.answerThere();
                    case "hangup" -> calls.end(false);
                    default -> ring(word);
                };
        if (!done) {
            throw new Refusal(
                    Code.CALL,
                    "board call " + word + ": "
                            + (calls.current() == null
                                    ? "there is no call, or no network"
                                    : "the module has a call already, or has answered it"));
        }
        Call current = calls.current();
        reply.line(current == null ? "no call" : Calls.shown(current, calls.state()));
    }

    private boolean ring(String number) {
        if (!number.matches("\\+?[0-9]{1,20}")) {
            throw new Refusal(
                    Code.USAGE, "board: want a number as +8613800000000, 'answer' or 'hangup', got '" + number + "'");
        }
        return calls.ring(number);
    }
}
