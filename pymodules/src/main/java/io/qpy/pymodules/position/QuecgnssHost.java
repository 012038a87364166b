package io.qpy.pymodules.position;

import io.qpy.device.Device;
import io.qpy.device.position.BuiltInReceiver;
import io.qpy.device.position.Receiver;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;

/** The host object of {@code quecgnss}. */
public final class QuecgnssHost {
    private final Device device;
    private final BuiltInReceiver built;

    public QuecgnssHost(ModuleContext context) {
        device = context.device();
        Receiver receiver = receiver(device);
        built = device.part(BuiltInReceiver.class, each -> new BuiltInReceiver(receiver, each.time(), each.waits()));
    }

    /** Where a device is, and how it receives satellites; built in when it is first asked for. */
    public static Receiver receiver(Device device) {
        return device.part(Receiver.class, each -> new Receiver(each.time()));
    }

    /** What a person calls the module where it has no receiver; None where it has one. */
    @Exposed
    String modelWithout() {
        return device.board().model().traits().lacks("quecgnss")
                ? device.board().model().name()
                : null;
    }

    @Exposed
    boolean isOn() {
        return built.isOn();
    }

    @Exposed
    void turn(boolean on) {
        built.turn(on);
    }

    /** At most so many bytes; waits for some up to half a second. */
    @Exposed
    byte[] read(int most) {
        return built.read(most);
    }

    @Exposed
    int setting(int kind) {
        return built.setting(kind);
    }

    @Exposed
    void set(int kind, int value) {
        built.set(kind, value);
    }

    @Exposed
    int priority() {
        return built.priority();
    }

    @Exposed
    void setPriority(int priority) {
        built.setPriority(priority);
    }
}
