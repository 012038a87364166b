package io.qpy.pymodules.system;

import io.qpy.device.Device;
import io.qpy.device.flash.FlashErrors;
import io.qpy.device.flash.SecureArea;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;

/** The host object of {@code SecureData}. */
public final class SecureDataHost {
    private final Device device;
    private final SecureArea area;

    public SecureDataHost(ModuleContext context) {
        this(context.device());
    }

    /** For a test's verbs. */
    SecureDataHost(Device device) {
        this.device = device;
        area = area(device);
    }

    static SecureArea area(Device device) {
        return device.part(SecureArea.class, it -> new SecureArea(it.flash()));
    }

    @Exposed
    boolean has(long index) {
        return SecureArea.has(index);
    }

    /** In bytes. */
    @Exposed
    int capacity(int index) {
        return SecureArea.capacity(index);
    }

    @Exposed
    void store(int index, byte[] content) {
        FlashErrors.inScript(device.notices(), () -> {
            area.store(index, content);
            return null;
        });
    }

    /** What is stored there; None for nothing. */
    @Exposed
    byte[] read(int index) {
        return FlashErrors.inScript(device.notices(), () -> area.read(index).orElse(null));
    }
}
