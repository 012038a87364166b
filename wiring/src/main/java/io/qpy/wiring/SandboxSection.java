package io.qpy.wiring;

import io.qpy.sandbox.cloud.Accounts;
import io.qpy.sandbox.cloud.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** {@code [sandbox]}: the clouds' products and devices, {@code [sandbox.<cloud>.products.<product>]}, and files that it serves. */
final class SandboxSection {
    /** The characters that one of the clouds allows in the name of a product or a device. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:@-]{1,64}");

    private static final Pattern PATH = Pattern.compile("(?!.*//)/[/\\w.~@:+-]*[\\w.~@:+-]");

    private static final Pattern SECRET = Pattern.compile("\\p{Graph}{1,256}");

    private final Accounts.Builder aliyun = Accounts.builder();
    private final Accounts.Builder tencent = Accounts.builder();
    private final Map<String, Path> files = new LinkedHashMap<>();
    private final Path folder;

    /** @param folder where paths begin: that of {@code qpy.toml} */
    SandboxSection(Path folder) {
        this.folder = folder;
    }

    void read(TomlTable table) {
        table.read(new TomlTable.Keys()
                .on("strict", value -> {
                    aliyun.strict(value.truth());
                    tencent.strict(value.truth());
                })
                .on("files", value -> value.table().values().forEach(this::file))
                .on("aliyun", value -> cloud(value, new Cloud(aliyun, secret -> true, "its DeviceSecret")))
                .on(
                        "tencent",
                        value -> cloud(value, new Cloud(tencent, SandboxSection::isBase64, "its psk in base64"))));
    }

    private void file(TomlValue value) {
        if (!PATH.matcher(value.key()).matches()) {
            throw value.wrongKey(
                    "unknown key '" + value.path() + "': want the path of a URL in quotes, as \"/app.py\"");
        }
        Path file = folder.resolve(value.string()).normalize();
        if (!Files.isRegularFile(file)) {
            throw value.fault("there is no file " + file);
        }
        files.put(value.key(), file);
    }

    /** Files of this PC, by the path of the URL that the sandbox's web server has them at. */
    Map<String, Path> files() {
        return Map.copyOf(files);
    }

    Accounts aliyun() {
        return aliyun.build();
    }

    Accounts tencent() {
        return tencent.build();
    }

    /**
     * A cloud's accounts, and what its devices' secrets are.
     *
     * @param want describes one to the person
     */
    private record Cloud(Accounts.Builder accounts, Predicate<String> secrets, String want) {}

    private static void cloud(TomlValue value, Cloud cloud) {
        value.table().read(new TomlTable.Keys().on("products", products -> products.table()
                .values()
                .forEach(product -> product(product, cloud))));
    }

    private static void product(TomlValue product, Cloud cloud) {
        String key = named(product, "product");
        cloud.accounts.product(key, "");
        product.table()
                .read(new TomlTable.Keys()
                        .on("secret", value -> cloud.accounts.product(key, productSecret(value)))
                        .on("devices", value -> value.table().values().forEach(device -> {
                            String name = named(device, "device");
                            cloud.accounts.device(key, name, deviceSecret(device, cloud));
                        })));
    }

    private static String named(TomlValue value, String what) {
        if (!NAME.matcher(value.key()).matches()) {
            throw value.wrongKey("'" + value.path() + "' names no " + what
                    + ": want letters, digits, '-', '_', '.', ':' or '@', at most 64");
        }
        return value.key();
    }

    private static String productSecret(TomlValue value) {
        return secret(value, SECRET.matcher(value.string()).matches(), "the product's secret (or no such line)");
    }

    private static String deviceSecret(TomlValue value, Cloud cloud) {
        String secret = value.string();
        boolean isSecret = SECRET.matcher(secret).matches() && cloud.secrets.test(secret);
        return secret(
                value, secret.isEmpty() || isSecret, cloud.want + ", or \"\" for a device that has yet to register");
    }

    private static String secret(TomlValue value, boolean isOne, String want) {
        if (isOne) {
            return value.string();
        }
        throw value.fault("got " + Secrets.shown(value.string()) + ", want " + want);
    }

    private static boolean isBase64(String secret) {
        try {
            return Base64.getDecoder().decode(secret).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
