package io.qpy.pymodules.calls;

import io.qpy.device.Device;
import io.qpy.device.calls.Call;
import io.qpy.device.calls.Calls;
import io.qpy.device.calls.FarEnd;
import io.qpy.device.time.Time;
import io.qpy.module.Controls;
import io.qpy.module.Exposed;
import java.util.List;
import java.util.Locale;

/** The other end of calls, as a test has it; {@code qpytest.call} is made of it. */
public final class VoiceCallControls implements Controls {
    @Override
    public Object verbs(Device device) {
        return new Verbs(VoiceCallHost.calls(device));
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    /** The verbs. */
    static final class Verbs {
        private final Calls calls;

        Verbs(Calls calls) {
            this.calls = calls;
        }

        /** Somebody calls the module; whether it rings. */
        @Exposed
        boolean ring(String number) {
            return calls.ring(number);
        }

        /** Whether it rings at the other end. */
        @Exposed
        boolean answer() {
            return calls.answerThere();
        }

        /** Whether there is a call. */
        @Exposed
        boolean hangUp() {
            return calls.end(false);
        }

        /** What the other end does from now on: answers, is_busy or is_silent, after so many seconds; whether it can do so. */
        @Exposed
        boolean willBe(String manner, double seconds) {
            for (FarEnd.Manner each : FarEnd.Manner.values()) {
                if (each.name().toLowerCase(Locale.ROOT).equals(manner)) {
                    calls.answerAs(new FarEnd(each, (long) (seconds * Time.seconds(1))));
                    return true;
                }
            }
            return false;
        }

        /** Dialling, alerting, ringing or active; None for no call. */
        @Exposed
        String state() {
            Call.State state = calls.state();
            return state == null ? null : state.name().toLowerCase(Locale.ROOT);
        }

        /** The other end's; None for no call. */
        @Exposed
        String number() {
            Call call = calls.current();
            return call == null ? null : call.number();
        }

        /** The calls that have ended, each [number, whether it was incoming, seconds since it was answered]. */
        @Exposed
        List<List<Object>> ended() {
            return calls.past().stream()
                    .map(each -> List.<Object>of(
                            each.call().number(), each.call().isIncoming(), each.lasted() / (double) Time.seconds(1)))
                    .toList();
        }

        /** The tones that the module has sent in the last call. */
        @Exposed
        String digits() {
            return calls.sentDigits();
        }

        /** Whether the module hears them. */
        @Exposed
        boolean press(String digits) {
            return calls.hearDigits(digits);
        }
    }
}
