package io.qpy.pymodules.request;

import io.qpy.device.Device;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;
import java.io.IOException;

/** The host object of {@code request}. */
public final class RequestHost {
    private final Device device;
    private final Parts parts;

    public RequestHost(ModuleContext context) {
        device = context.device();
        OpenAnswers answers = device.network().keep(new OpenAnswers());
        parts = new Parts(new HttpCalls(), answers);
    }

    /**
     * A request that is not sent yet.
     *
     * @param url as the script wrote it, for what is said of a failure
     * @param millis how long to wait for the connection and for each piece of the answer; 0 for ever
     */
    @Exposed
    Exchange exchange(String url, String host, int port, int millis) throws IOException {
        parts.answers().closeDropped();
        return new Exchange(device, parts, new Target(url, host, port, millis));
    }

    /** Says why a script gets an error that does not tell. */
    @Exposed
    void say(String line) {
        device.notices().say(line);
    }
}
