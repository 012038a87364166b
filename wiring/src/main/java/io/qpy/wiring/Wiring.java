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
import io.qpy.module.Command;
import io.qpy.sandbox.Sandbox;
import io.qpy.sandbox.journal.Payload;
import io.qpy.sandbox.tls.CertificateAuthority;
import java.io.IOException;
import java.nio.file.Files;
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
    private final Path home;
    private volatile Device device;
    private volatile CloudConsole console;
    private ControlSocket control;

    /** {@code home} is where {@code qpy cloud} and {@code qpy board} find this run; null where they are not to. */
    public Wiring(Policy policy, Config config, Notices notices, Clouds clouds, Path home) {
        this.policy = policy;
        this.config = config;
        this.notices = notices;
        this.clouds = clouds;
        clouds.sandbox().journal().onEvent(new SandboxReport(notices, policy.verbose())::on);
        if (policy.verbose()) {
            notices.sayAll();
        }
        config.files().forEach((path, file) -> clouds.sandbox().programme().serve(path, () -> content(file)));
        time = clouds.time().ofDevice();
        demo = new SandboxDemo(clouds, time, notices);
        this.home = home;
        if (home != null) {
            clouds.onFirstUse(this::openConsole);
        }
    }

    /** A file that the sandbox serves; empty, after the person was told, for one that cannot be read. */
    private Payload content(Path file) {
        try {
            return Payload.of(Files.readAllBytes(file));
        } catch (IOException e) {
            notices.say(Code.PC_FILES, "cannot read " + file + ", which the sandbox serves");
            return Payload.EMPTY;
        }
    }

    private void openConsole() {
        console = new CloudConsole(clouds);
        openControl(Code.NO_CLOUD, "cloud");
    }

    /** Opens what other terminals reach this run by; it is not there before anything can be asked. */
    private synchronized void openControl(Code code, String command) {
        if (home == null || control != null) {
            return;
        }
        try {
            control = ControlSocket.open(home, this::command);
        } catch (IOException e) {
            notices.say(code, "'qpy " + command + "' cannot reach this run: " + e.getMessage());
        }
    }

    private Command command(String name) {
        if (name.equals("cloud")) {
            return console;
        }
        Device asked = device;
        return asked == null ? null : Modules.command(name, asked);
    }

    /** The servers that the device reaches. */
    public Sandbox sandbox() {
        return clouds.sandbox();
    }

    /** The one device in it. */
    public Device device(Flash flash, Console console) {
        Device made = Device.builder()
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
                .whenBoardIsUsed(() -> openControl(Code.NO_RUN, "board"))
                .build();
        device = made;
        config.parts().forEach(part -> part.accept(made));
        return made;
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
        closeControl();
        clouds.sandbox().close();
        clouds.time().end();
    }

    private synchronized void closeControl() {
        try {
            if (control != null) {
                control.close();
            }
        } catch (IOException e) {
            notices.say(Code.NO_RUN, control + " could not be closed: " + e.getMessage());
        }
    }
}
