package io.qpy.wiring;

import io.qpy.device.CloudDemo;
import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.Notices;
import io.qpy.device.console.Console;
import io.qpy.device.flash.Flash;
import io.qpy.device.modem.Modem;
import io.qpy.device.network.HostTable;
import io.qpy.device.time.Time;
import io.qpy.device.tls.Authorities;
import io.qpy.device.tls.Trust;
import io.qpy.sandbox.Sandbox;
import io.qpy.sandbox.tls.CertificateAuthority;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a device and its small internet together: the one place where device, configuration and sandbox meet. Closing it
 * ends the sandbox.
 */
public final class Wiring implements AutoCloseable {
    private final Policy policy;
    private final Config config;
    private final Notices notices;
    private final Clouds clouds;
    private final Time time;
    private final SandboxDemo demo;

    private CloudConsole console;

    /** {@code home} is where {@code qpy cloud} finds the clouds' console; null for clouds without one. */
    public Wiring(Policy policy, Config config, Notices notices, Clouds clouds, Path home) {
        this.policy = policy;
        this.config = config;
        this.notices = notices;
        this.clouds = clouds;
        clouds.sandbox().journal().onEvent(new SandboxReport(notices, policy.verbose())::on);
        time = clouds.time().ofDevice();
        demo = new SandboxDemo(clouds, time, notices);
        if (home != null) {
            clouds.onFirstUse(() -> openConsole(home));
        }
    }

    private void openConsole(Path home) {
        try {
            console = CloudConsole.open(home, clouds);
        } catch (IOException e) {
            notices.say(Code.NO_CLOUD, "'qpy cloud' cannot reach this run: " + e.getMessage());
        }
    }

    /** The servers that the device reaches. */
    public Sandbox sandbox() {
        return clouds.sandbox();
    }

    /** The one device in it. */
    public Device device(Flash flash, Console console) {
        Device device = Device.builder()
                .console(console)
                .flash(flash)
                .booted()
                .time(time)
                .random(clouds.time().chanceOfDevice())
                .modem(new Modem(config.identity(), config.modem()))
                .hosts(hosts())
                .cloudDemo(policy.net() == NetMode.sim ? demo : CloudDemo.none())
                .notices(notices)
                .trust(trust())
                .board(config.board())
                .build();
        config.parts().forEach(part -> part.accept(device));
        return device;
    }

    /**
     * Opens what connects the device's serial ports with this PC, before a script runs: programs may look for it now. Else it
     * is opened when the script opens the port.
     *
     * @throws ConfigException if that cannot be; the device is closed
     */
    public static void connect(Device device) {
        try {
            device.uarts().each(port -> {
                if (port.peer() instanceof SerialPeer peer) {
                    peer.open();
                }
            });
        } catch (ConfigException e) {
            device.close();
            throw e;
        }
    }

    /** What becomes of the certificates of servers. */
    public Trust trust() {
        TlsMode mode = policy.tls() != null ? policy.tls() : config.tls().mode();
        return new Trust(mode == TlsMode.verify, this::authorities);
    }

    private Authorities authorities() {
        List<X509Certificate> all = new ArrayList<>(config.tls().authorities());
        if (policy.net() != NetMode.sim) {
            return new Authorities(all, List.of());
        }
        CertificateAuthority sandbox = clouds.sandbox().authority();
        all.add(sandbox.certificate());
        return new Authorities(all, List.of(sandbox.revocations()));
    }

    private HostTable hosts() {
        HostTable all = ofPolicy();
        return config.loopback() ? all : all.withoutThisPc();
    }

    private HostTable ofPolicy() {
        return switch (policy.net()) {
            case sim -> new SandboxHosts(clouds, config.hosts());
            case real -> HostTable.real();
            case off -> HostTable.none();
        };
    }

    @Override
    public void close() {
        demo.close();
        closeConsole();
        clouds.sandbox().close();
        clouds.time().end();
    }

    private void closeConsole() {
        try {
            if (console != null) {
                console.close();
            }
        } catch (IOException e) {
            notices.say(Code.NO_CLOUD, "the console of 'qpy cloud' could not be closed: " + e.getMessage());
        }
    }
}
