package io.qpy.device.network;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Objects;

/** Which addresses lead to programs of this PC. */
final class ThisPc {
    private ThisPc() {}

    /** Its own, by any name: loopback, "any", those of its network cards, and what it sends to a whole network, itself too. */
    static boolean has(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || isOfLoopback(address)
                || isOfCard(address);
    }

    /** {@code ::127.0.0.1}, 255.255.255.255. */
    private static boolean isOfLoopback(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet6Address six) {
            return six.isIPv4CompatibleAddress();
        }
        return bytes[0] == 127 || bytes[0] == 0 || bytes[0] == -1;
    }

    private static boolean isOfCard(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null
                    || NetworkInterface.networkInterfaces()
                            .flatMap(card -> card.getInterfaceAddresses().stream())
                            .map(InterfaceAddress::getBroadcast)
                            .filter(Objects::nonNull)
                            .anyMatch(address::equals);
        } catch (SocketException e) {
            return true; // nobody can say that it is not
        }
    }
}
