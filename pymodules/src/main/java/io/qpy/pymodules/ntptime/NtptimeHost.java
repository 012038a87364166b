package io.qpy.pymodules.ntptime;

import io.qpy.device.Device;
import io.qpy.device.Waits;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The host object of {@code ntptime}. */
public final class NtptimeHost {
    private final Device device;

    public NtptimeHost(ModuleContext context) {
        device = context.device();
    }

    /**
     * A server's time, in milliseconds since 1970 UTC.
     *
     * @throws IOException with the reason for the person at the PC
     */
    @Exposed
    long ask(String host, int millis) throws IOException {
        try (NtpQuery query = new NtpQuery(device.network(), host, millis)) {
            FutureTask<Long> answer = new FutureTask<>(query::answer);
            Thread thread = new Thread(answer, "qpy-ntp");
            thread.setDaemon(true);
            thread.start();
            return settled(answer);
        }
    }

    /** Waits for a thread that blocks in a socket, on one that answers to an interruption. */
    private long settled(FutureTask<Long> answer) throws IOException {
        Waits.Blocking<Object> wait = () -> {
            try {
                return answer.get();
            } catch (ExecutionException e) {
                return e.getCause();
            }
        };
        Object result = device.waits().call(wait);
        if (result instanceof IOException e) {
            throw e;
        }
        if (result instanceof Throwable bug) {
            throw new IllegalStateException(bug);
        }
        return (Long) result;
    }

    @Exposed
    void setRtc(long millis) {
        device.clock().setRtc(LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC));
    }

    @Exposed
    void say(String line) {
        device.notices().say(line);
    }
}
