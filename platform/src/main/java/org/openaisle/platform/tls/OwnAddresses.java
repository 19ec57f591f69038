package org.openaisle.platform.tls;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The addresses under which this machine is reached in its network. */
final class OwnAddresses {
    private OwnAddresses() {}

    /** Those for which the platform's authority can vouch: its own, and local ones. */
    static List<InetAddress> local() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(((Predicate<InetAddress>) InetAddress::isLoopbackAddress)
                            .or(InetAddress::isSiteLocalAddress)
                            .or(InetAddress::isLinkLocalAddress)
                            .or(OwnAddresses::isUniqueLocal))
                    .sorted(Comparator.comparing(InetAddress::getHostAddress))
                    .distinct()
                    .toList();
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** RFC 4193: fc00::/7. */
    private static boolean isUniqueLocal(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    }
}
