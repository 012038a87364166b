package io.qpy.pymodules.system;

import io.qpy.device.Device;
import io.qpy.device.update.FirmwarePackage;
import io.qpy.module.Controls;
import io.qpy.module.Exposed;
import java.util.List;

/** What {@code qpytest.updates} makes packages of firmware with. */
public final class FotaControls implements Controls {
    /** The verbs. */
    static final class Verbs {
        /** A package that {@code fota} takes as good. */
        @Exposed
        byte[] pack(String version, byte[] content) {
            return FirmwarePackage.of(version, content);
        }
    }

    @Override
    public Object verbs(Device device) {
        return new Verbs();
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }
}
