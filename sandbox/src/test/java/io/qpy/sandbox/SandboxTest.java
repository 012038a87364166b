package io.qpy.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.sandbox.net.SandboxException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SandboxTest {

    @Test
    void leavesNoThreadAndNoSocket() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        for (int cycle = 0; cycle < 20; cycle++) {
            InetSocketAddress address;
            try (Sandbox sandbox = Sandbox.create()) {
                address = sandbox.mqtt().address();
                sandbox.http();
                sandbox.https();
                sandbox.ntp();
                sandbox.aliyun();
                sandbox.tencent();
                try (Socket client = new Socket(address.getAddress(), address.getPort())) {
                    assertTrue(client.isConnected());
                }
            }
            // Nobody listens there any more: it can be had again.
            new ServerSocket(address.getPort(), 1, address.getAddress()).close();
        }
        Set<String> left = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .collect(Collectors.toSet());
        assertEquals(Set.of(), left);
    }

    @Test
    void startsNothingUntilAsked() {
        try (Sandbox sandbox = Sandbox.create()) {
            assertEquals(List.of(), sandbox.journal().events());
            assertEquals(List.of(), sandboxThreads());
            sandbox.ntp();
            assertEquals(List.of("qpy-sandbox-io"), sandboxThreads());
        }
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
                Sandbox sandbox =
                        Sandbox.builder().mqttPort(taken.getLocalPort()).build()) {
            SandboxException thrown = assertThrows(SandboxException.class, sandbox::mqtt);
            assertTrue(
                    thrown.getMessage()
                            .startsWith("the sandbox's MQTT service cannot listen on 127.0.0.1:"
                                    + taken.getLocalPort()
                                    + ": the port is taken"),
                    thrown.getMessage());
        }
    }

    @Test
    void cannotBeUsedOnceClosed() {
        Sandbox sandbox = Sandbox.create();
        sandbox.ntp();
        sandbox.close();
        sandbox.close();
        assertThrows(IllegalStateException.class, sandbox::mqtt);
    }

    private static List<String> sandboxThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("qpy-sandbox"))
                .toList();
    }
}
