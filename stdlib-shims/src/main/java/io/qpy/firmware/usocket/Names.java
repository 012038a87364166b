package io.qpy.firmware.usocket;

import io.qpy.device.Device;
import io.qpy.device.DeviceError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Looks hosts up. The PC's resolver answers to no interrupt, so it works on a thread of its own. */
record Names(Device device) {
    /** The address of a host, or OSError(-2), whose reason the person at the PC gets. */
    InetAddress resolve(String host) {
        CompletableFuture<InetAddress> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return device.network().resolve(host.isEmpty() ? "0.0.0.0" : host);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        try {
            return device.waits().call(() -> get(answer));
        } catch (java.io.UncheckedIOException e) {
            device.notices().say("usocket: " + e.getCause().getMessage());
            throw SocketFailure.of(e.getCause());
        }
    }

    private static InetAddress get(CompletableFuture<InetAddress> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw (RuntimeException) e.getCause();
        }
    }

    InetSocketAddress address(String host, int port) {
        if (port < 0 || port > 65535) {
            throw DeviceError.of("OverflowError", "port must be 0-65535");
        }
        return new InetSocketAddress(resolve(host), port);
    }
}
