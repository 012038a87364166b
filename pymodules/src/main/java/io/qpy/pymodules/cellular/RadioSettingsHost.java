package io.qpy.pymodules.cellular;

import io.qpy.device.modem.RadioSettings;
import io.qpy.device.modem.RadioSettings.Values;
import io.qpy.module.Exposed;
import java.util.List;

/** What {@code net} and {@code sim} set once and for all. */
final class RadioSettingsHost {
    private final RadioSettings settings;

    RadioSettingsHost(RadioSettings settings) {
        this.settings = settings;
    }

    @Exposed
    int mode() {
        return settings.values().mode();
    }

    @Exposed
    boolean roaming() {
        return settings.values().roaming();
    }

    @Exposed
    void network(int mode, boolean roaming) {
        settings.set(new Values(mode, roaming, settings.values().detection()));
    }

    /** Whether the card's removal is noticed, and the level that tells of a card. */
    @Exposed
    List<Integer> detection() {
        return settings.values().detection();
    }

    @Exposed
    void detect(int on, int level) {
        Values now = settings.values();
        settings.set(new Values(now.mode(), now.roaming(), List.of(on, level)));
    }

    @Exposed
    int causeInfo() {
        return settings.causeInfo();
    }

    @Exposed
    void setCauseInfo(int mode) {
        settings.causeInfo(mode);
    }
}
