package io.qpy.device.modem;

import io.qpy.device.Part;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The profiles of packet data, 1 to 7. The module keeps them when it restarts, and brings up those that are to be
 * activated by themselves; it forgets name servers.
 */
public final class PacketProfiles implements Part {
    private static final int FIRST = 1;

    /**
     * What a profile connects with.
     *
     * @param ipType 0 IPv4, 1 IPv6, 2 both
     * @param authentication 0 none, 1 PAP, 2 CHAP
     */
    public record Profile(int ipType, String apn, String user, String password, int authentication) {}

    private Map<Integer, Profile> profiles = new TreeMap<>();
    private Map<Integer, List<String>> nameServers = new TreeMap<>();
    private Set<Integer> automatic = new TreeSet<>(Set.of(FIRST));

    private final Modem modem;

    public PacketProfiles(Modem modem) {
        this.modem = modem;
    }

    /** A profile that nobody has set has the operator's access point, the first, or none. */
    public synchronized Profile get(int number) {
        return profiles.getOrDefault(number, new Profile(0, number == FIRST ? "3gnet" : "", "", "", 0));
    }

    public synchronized void set(int number, Profile profile) {
        profiles.put(number, profile);
    }

    /** Two addresses, or none where the network's own count. */
    public synchronized List<String> nameServers(int number) {
        return nameServers.getOrDefault(number, List.of());
    }

    public synchronized void nameServers(int number, List<String> addresses) {
        nameServers.put(number, List.copyOf(addresses));
    }

    /** Sets whether a profile comes up by itself when the module starts. */
    public synchronized void automatic(int number, boolean on) {
        if (on) {
            automatic.add(number);
        } else {
            automatic.remove(number);
        }
    }

    /** Name servers are forgotten, and the profiles that do so come up by themselves. */
    @Override
    public void restart() {
        Set<Integer> automatically;
        synchronized (this) {
            nameServers.clear();
            automatically = Set.copyOf(automatic);
        }
        modem.start(automatically);
    }

    @Override
    public synchronized Runnable snapshot() {
        Map<Integer, Profile> savedProfiles = new TreeMap<>(profiles);
        Map<Integer, List<String>> savedServers = new TreeMap<>(nameServers);
        Set<Integer> savedAutomatic = new TreeSet<>(automatic);
        return () -> {
            synchronized (this) {
                profiles = savedProfiles;
                nameServers = savedServers;
                automatic = savedAutomatic;
            }
        };
    }
}
