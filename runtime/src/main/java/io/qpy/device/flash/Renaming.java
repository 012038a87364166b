package io.qpy.device.flash;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A rename in three parts, of which the second alone changes what the device shows, in one step: what is of the script's folder is
 * copied to the device's storage; the stored file or folder is moved; the third tidies up.
 */
final class Renaming {
    private final Flash flash;
    private final Storage storage;
    private final Origins origins;

    Renaming(Flash flash, Storage storage, Origins origins) {
        this.flash = flash;
        this.storage = storage;
        this.origins = origins;
    }

    /** Only a file replaces a file, and a folder an empty folder. */
    void requireReplaceable(Path source, String to) throws IOException {
        Path target = flash.current(to);
        if (target == null) {
            return;
        }
        if (Files.isDirectory(target) != Files.isDirectory(source)) {
            throw Files.isDirectory(target) ? new IsFolderException(to) : new NotDirectoryException(to);
        }
        if (Files.isDirectory(target) && !flash.names(to).isEmpty()) {
            throw new DirectoryNotEmptyException(to);
        }
    }

    Path run(String from, String to) throws IOException {
        Map<String, String> records = new LinkedHashMap<>();
        takeOver(from, records);
        Path target = storage.forWriting(to);
        Files.createDirectories(target.getParent());
        Path downloaded = flash.downloaded(to);
        if (downloaded == null) {
            records.put(to, null);
        } else if (!Files.isDirectory(downloaded) && origins.verdict(to, downloaded) == Origins.Verdict.DOWNLOADED) {
            Files.deleteIfExists(target);
            records.put(to, Origins.entry(downloaded, false));
        }
        origins.record(records);
        Storage.replace(storage.forWriting(from), target);
        return target;
    }

    /** Stores what is of the script's folder, and notes that there is nothing but what is stored. */
    private void takeOver(String path, Map<String, String> records) throws IOException {
        Path downloaded = flash.downloaded(path);
        Path current = flash.current(path);
        if (current == null) {
            return;
        }
        Path stored = storage.forWriting(path);
        if (Files.isDirectory(current)) {
            Files.createDirectories(stored);
            for (String name : flash.names(path)) {
                takeOver(path + "/" + name, records);
            }
        } else if (!current.equals(stored)) {
            Files.createDirectories(stored.getParent());
            Path copy = storage.stage();
            Files.copy(current, copy, StandardCopyOption.REPLACE_EXISTING);
            Storage.replace(copy, stored);
        }
        if (downloaded != null) {
            records.put(path, Origins.entry(downloaded, true));
        }
    }
}
