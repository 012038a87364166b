package io.qpy.pymodules.request;

import io.qpy.device.Device;
import io.qpy.device.Notice;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;
import java.io.IOException;

/** The host object of {@code request}. */
public final class RequestHost {
    private final Device device;
    private final OpenAnswers answers;

    public RequestHost(ModuleContext context) {
        device = context.device();
        answers = device.network().keep(new OpenAnswers());
    }

    /**
     * A request that is not sent yet.
     *
     * @param millis how long to wait for the connection and for each piece of the answer; 0 for ever
     */
    @Exposed
    Exchange exchange(String method, String url, int millis) throws IOException {
        answers.closeDropped();
        return new Exchange(device, answers, method, Target.of(url, millis));
    }

    /** Says why a script gets an error that does not tell. */
    @Exposed
    void say(String code, String line) {
        device.notices().say(new Notice(code, line));
    }
}
