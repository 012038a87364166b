package io.qpy.pymodules.system;

import io.qpy.device.Device;
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
        private final SecureDataHost host;

        Verbs(SecureDataHost host) {
            this.host = host;
        }

        /** The bytes that a place holds; None for nothing. */
        @Exposed
        byte[] stored(int index) {
            return host.read(index);
        }

        /** Puts bytes into a place, as an earlier start of the script did. */
        @Exposed
        void store(int index, byte[] content) {
            host.store(index, content);
        }
    }

    @Override
    public Object verbs(Device device) {
        return new Verbs(new SecureDataHost(device));
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
