package io.qpy.wiring;

import io.qpy.device.Code;
import io.qpy.device.Notice;
import io.qpy.device.flash.PrivateFolder;
import io.qpy.sandbox.cloud.Accounts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * What a cloud of the sandbox remembers from run to run: the secrets that it has given to devices which registered, and
 * which have been activated. Only devices that {@code qpy.toml} lists with an empty secret are looked up here.
 *
 * <p>One properties file a cloud, {@code product/device = activated secret} or {@code registered secret}.
 */
public final class CloudStore {
    private static final String ACTIVATED = "activated ";
    private static final String REGISTERED = "registered ";

    private final Path file;
    private final Consumer<Notice> person;

    private CloudStore(Path file, Consumer<Notice> person) {
        this.file = file;
        this.person = person;
    }

    /** {@code person} is told when something cannot be remembered. */
    public static CloudStore of(Path home, String cloud, Consumer<Notice> person) {
        return new CloudStore(home.resolve("sandbox").resolve(cloud + ".properties"), person);
    }

    /** The configured accounts, with what earlier runs have added to them. */
    Accounts resume(Accounts configured) {
        Properties remembered = load();
        Accounts.Builder all = Accounts.builder().strict(configured.strict());
        configured.products().forEach((product, its) -> {
            all.product(product, its.secret());
            its.devices()
                    .forEach((name, device) ->
                            all.device(product, name, resume(device, remembered.getProperty(product + "/" + name))));
        });
        return all.build();
    }

    private static Accounts.Device resume(Accounts.Device configured, String remembered) {
        if (!configured.secret().isEmpty() || remembered == null) {
            return configured;
        }
        return remembered.startsWith(ACTIVATED)
                ? new Accounts.Device(remembered.substring(ACTIVATED.length()), true)
                : new Accounts.Device(remembered.substring(REGISTERED.length()), false);
    }

    /** Remembers the devices of a cloud as they are now; called on the sandbox's thread, which must go on. */
    synchronized void save(Accounts accounts) {
        Properties entries = load();
        accounts.products().forEach((product, its) -> its.devices().forEach((name, device) -> {
            if (!device.secret().isEmpty()) {
                entries.setProperty(
                        product + "/" + name, (device.activated() ? ACTIVATED : REGISTERED) + device.secret());
            }
        }));
        try {
            PrivateFolder.create(file.getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            try (FileChannel out = FileChannel.open(
                    PrivateFolder.createFile(fresh),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                entries.store(Channels.newOutputStream(out), null);
                out.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            person.accept(Notice.of(
                    Code.CLOUD_STORE, "the sandbox will forget this registration: " + file + " cannot be written"));
        }
    }

    /** Forgets every registration: all devices are as new. */
    public boolean reset() throws IOException {
        return Files.deleteIfExists(file);
    }

    private Properties load() {
        Properties entries = new Properties();
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                entries.load(in);
            } catch (IOException | IllegalArgumentException e) {
                person.accept(Notice.of(
                        Code.CLOUD_STORE, "the sandbox has forgotten who registered: " + file + " cannot be read"));
            }
        }
        return entries;
    }
}
