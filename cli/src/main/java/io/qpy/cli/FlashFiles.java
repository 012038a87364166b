package io.qpy.cli;

import io.qpy.device.flash.Flash;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/** A device's files, as {@code qpy fs} works with them. Paths are the device's; without a slash first they begin at its root. */
final class FlashFiles {
    private final Flash flash;

    FlashFiles(Flash flash) {
        this.flash = flash;
    }

    /** The path from the root, without {@code .}, {@code ..} and a slash at the end. */
    static String absolute(String path) {
        java.util.ArrayDeque<String> parts = new java.util.ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return "/" + String.join("/", parts);
    }

    static String child(String folder, String name) {
        return folder.equals("/") ? "/" + name : folder + "/" + name;
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    boolean exists(String path) {
        return flash.exists(path);
    }

    boolean isFolder(String path) throws IOException {
        return path.equals("/") || (flash.exists(path) && flash.attributes(path).isDirectory());
    }

    /** Bytes. */
    long size(String path) throws IOException {
        return flash.attributes(path).size();
    }

    List<String> list(String folder) throws IOException {
        return flash.list(folder);
    }

    InputStream read(String path) throws IOException {
        return Channels.newInputStream(flash.open(path, Set.of(StandardOpenOption.READ)));
    }

    OutputStream write(String path) throws IOException {
        return Channels.newOutputStream(flash.open(
                path,
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)));
    }

    void makeFolder(String path) throws IOException {
        flash.createFolder(path);
    }

    /** Removes a file or an empty folder. */
    void remove(String path) throws IOException {
        flash.delete(path);
    }

    /** Removes a folder with all that is in it; of the root's own folders only what is in them. */
    void removeAll(String path) throws IOException {
        if (isFolder(path)) {
            for (String name : list(path)) {
                removeAll(child(path, name));
            }
        }
        if (path.lastIndexOf('/') > 0) {
            remove(path);
        }
    }
}
