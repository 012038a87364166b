package io.qpy.pymodules.umqtt;

import io.qpy.device.Notice;
import io.qpy.module.Callback;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;
import java.time.Duration;
import java.util.Map;

/** The host object of {@code umqtt}. */
public final class UmqttHost {
    /** Between two tries to reconnect (facts.md 2.21). */
    private static final Duration RECONNECT_DELAY = Duration.ofSeconds(2);

    private final ModuleContext context;
    private final Duration reconnectDelay;

    public UmqttHost(ModuleContext context) {
        this(context, RECONNECT_DELAY);
    }

    UmqttHost(ModuleContext context, Duration reconnectDelay) {
        this.context = context;
        this.reconnectDelay = reconnectDelay;
    }

    /**
     * What stands behind one {@code MQTTClient}.
     *
     * @param settings {@link Settings#of}
     * @param onEvent the facade's {@code (kind, detail)}; called on the device's callback thread, see {@link MqttLink}
     */
    @Exposed
    MqttLink link(Map<Object, Object> settings, Callback onEvent) {
        return new MqttLink(context, Settings.of(settings), onEvent, reconnectDelay);
    }

    /** Says why a script gets an error that does not tell. */
    @Exposed
    void say(String code, String line) {
        context.device().notices().say(new Notice(code, line));
    }

    /** Runs a function whose exception is printed as the module prints one that nobody catches. */
    @Exposed
    void report(Callback raises) {
        raises.call();
    }
}
