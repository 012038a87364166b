package io.qpy.wiring;

import io.qpy.device.board.Model;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Reads {@code qpy.toml}: a class for each section, and in it a line for each key. */
final class ConfigReader {
    private ConfigReader() {}

    static Config read(Path file) {
        ModemSection modem = new ModemSection();
        HostsSection hosts = new HostsSection();
        Path folder = file.toAbsolutePath().getParent();
        TlsSection tls = new TlsSection(folder);
        SandboxSection sandbox = new SandboxSection(folder);
        FlashSection flash = new FlashSection();
        NetworkSection network = new NetworkSection();
        PartSections parts = new PartSections();
        BoardSection board = new BoardSection(folder);
        TomlFile.read(file)
                .read(parts.addTo(new TomlTable.Keys()
                        .on("modem", value -> modem.read(value.table()))
                        .on("hosts", value -> hosts.read(value.table()))
                        .on("tls", value -> tls.read(value.table()))
                        .on("flash", value -> flash.read(value.table()))
                        .on("sandbox", value -> sandbox.read(value.table()))
                        .on("network", value -> network.read(value.table()))
                        .on("board", value -> board.read(value.table()))));
        return new Config(
                modem.state(),
                modem.identity(),
                hosts.entries(),
                tls.config(),
                sandbox.aliyun(),
                sandbox.tencent(),
                flash.ignored(),
                network.loopback(),
                Stream.concat(parts.changes().stream(), board.changes().stream())
                        .toList(),
                sandbox.files(),
                board.plan(modem.model() == null ? Model.ANY : Models.of(modem.model())));
    }
}
