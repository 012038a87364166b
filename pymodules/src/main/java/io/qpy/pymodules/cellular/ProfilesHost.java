package io.qpy.pymodules.cellular;

import io.qpy.device.modem.PacketProfiles;
import io.qpy.device.modem.PacketProfiles.Profile;
import io.qpy.module.Exposed;
import java.util.List;

/** What {@code dataCall} stores of each profile. */
final class ProfilesHost {
    private final PacketProfiles profiles;

    ProfilesHost(PacketProfiles profiles) {
        this.profiles = profiles;
    }

    /** IP type, access point, user, password, authentication. */
    @Exposed
    List<Object> get(int number) {
        Profile profile = profiles.get(number);
        return List.of(profile.ipType(), profile.apn(), profile.user(), profile.password(), profile.authentication());
    }

    @Exposed
    void set(int number, List<Object> values) {
        Profile profile = new Profile(
                (Integer) values.get(0),
                (String) values.get(1),
                (String) values.get(2),
                (String) values.get(3),
                (Integer) values.get(4));
        profiles.set(number, profile);
    }

    /** Two addresses, or none. */
    @Exposed
    List<String> nameServers(int number) {
        return profiles.nameServers(number);
    }

    @Exposed
    void setNameServers(int number, String first, String second) {
        profiles.nameServers(number, List.of(first, second));
    }

    @Exposed
    void automatic(int number, boolean on) {
        profiles.automatic(number, on);
    }
}
