package io.qpy.pymodules.power;

import io.qpy.device.Device;
import io.qpy.device.board.WakeUps;
import io.qpy.device.power.PowerSaving;
import io.qpy.device.power.Sleep;
import io.qpy.module.Controls;
import io.qpy.module.Exposed;
import java.util.List;
import java.util.Map;

/** What tests see of the module's sleep, and do to the lines that wake it; {@code qpytest.power} is made of it. */
public final class PmControls implements Controls {
    /** The verbs. */
    static final class Verbs {
        private static final double NANOS = 1e9;

        private final Sleep sleep;
        private final PowerSaving saving;
        private final WakeUps lines;

        Verbs(Device device) {
            sleep = PmHost.sleep(device);
            saving = PmHost.saving(device);
            lines = PmHost.wakeUps(device);
        }

        /** In seconds. */
        @Exposed
        double slept() {
            return sleep.slept() / NANOS;
        }

        /** What keeps the module awake; None for nothing. */
        @Exposed
        String obstacle() {
            return sleep.obstacle();
        }

        @Exposed
        Map<String, Boolean> locks() {
            return sleep.locks();
        }

        @Exposed
        int saved() {
            return saving.entered();
        }

        @Exposed
        boolean hasLine(int number) {
            return lines.has(number);
        }

        @Exposed
        void drive(int number, int level) {
            lines.pin(number).drive(level);
        }
    }

    @Override
    public Object verbs(Device device) {
        return new Verbs(device);
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }
}
