package io.qpy.wiring;

import io.qpy.device.Device;
import io.qpy.device.board.BoardPlan;
import io.qpy.device.board.Model;
import io.qpy.device.flash.Ignored;
import io.qpy.device.modem.Modem;
import io.qpy.sandbox.cloud.Accounts;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What {@code qpy.toml} says.
 *
 * @param modem the radio's state when the device is switched on
 * @param identity what the module says of itself
 * @param hosts the entries of {@code [hosts]}: a host, or host:port, and what answers it
 * @param tls what becomes of servers' certificates
 * @param aliyun the products and devices of the sandbox's Alibaba Cloud
 * @param tencent the products and devices of the sandbox's Tencent Cloud
 * @param ignored what of the script's folder the device does not have
 * @param loopback whether a script reaches the ports of this PC
 * @param parts what is done to the parts of a new device
 * @param files files of this PC that the sandbox serves, by the paths of their URLs
 * @param board what the module has, and what is connected to it
 */
public record Config(
        Modem.State modem,
        Modem.Identity identity,
        Map<String, String> hosts,
        TlsConfig tls,
        Accounts aliyun,
        Accounts tencent,
        Ignored ignored,
        boolean loopback,
        List<Consumer<Device>> parts,
        Map<String, Path> files,
        BoardPlan board) {
    public static final Config DEFAULT = new Config(
            Modem.State.ONLINE,
            Modem.Identity.SAMPLE,
            Map.of(),
            TlsConfig.DEFAULT,
            Accounts.NONE,
            Accounts.NONE,
            Ignored.USUAL,
            true,
            List.of(),
            Map.of(),
            BoardPlan.bare(Model.ANY));

    private static final String FILE = "qpy.toml";

    /** The configuration for scripts of a folder: the nearest {@code qpy.toml} there or above, or the default. */
    public static Config of(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            Path file = at.resolve(FILE);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return ConfigReader.read(file);
            }
        }
        return DEFAULT;
    }
}
