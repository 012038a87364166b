package io.qpy.pymodules.system;

import io.qpy.device.Device;
import io.qpy.device.flash.FlashErrors;
import io.qpy.device.flash.SecureArea;
import io.qpy.module.Controls;
import io.qpy.module.Exposed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** What tests and {@code [SecureData]} in {@code qpy.toml} do to the secure data area. */
public final class SecureDataControls implements Controls {
    /** {@code qpytest.SecureData}. */
    static final class Verbs {
        private final Device device;

        Verbs(Device device) {
            this.device = device;
        }

        /** The bytes that a place holds; None for nothing. */
        @Exposed
        byte[] stored(int index) {
            return FlashErrors.inScript(
                    device.notices(),
                    () -> SecureDataHost.area(device).read(index).orElse(null));
        }

        /** Puts bytes into a place, as an earlier start of the script did. */
        @Exposed
        void store(int index, byte[] content) {
            FlashErrors.inScript(device.notices(), () -> {
                SecureDataHost.area(device).store(index, content);
                return null;
            });
        }
    }

    @Override
    public Object verbs(Device device) {
        return new Verbs(device);
    }

    /** {@code 1 = "text"}: what the device is delivered with. */
    @Override
    public List<Setting> settings() {
        return IntStream.rangeClosed(SecureArea.FIRST, SecureArea.LAST)
                .mapToObj(SecureDataControls::place)
                .toList();
    }

    private static Setting place(int index) {
        int most = SecureArea.capacity(index);
        return new Setting(Integer.toString(index), "text in quotes of at most " + most + " bytes", value -> {
            if (!(value instanceof String text)) {
                return null;
            }
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            return content.length > most
                    ? null
                    : device -> SecureDataHost.area(device).deliver(index, content);
        });
    }
}
