package io.qpy.cli;

import io.qpy.device.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The file that the pictures of a display go to: {@code out.png}, with several {@code out-1.png} and so on; {@code out.gif} has all. */
final class Pictures implements AutoCloseable {
    private final Path path;
    private final boolean several;
    private final GifFile gif; // null for PNG files
    private int count;

    /** @param path absolute; what is wrong with it is told before a picture is taken */
    Pictures(Path path, boolean several) throws IOException {
        this.path = path;
        this.several = several;
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".png") && !name.endsWith(".gif")) {
            throw new UsageException(
                    Code.FILE_ARGUMENT,
                    "board lcd: want a file that ends with .png or .gif, got " + path.getFileName());
        }
        if (!Files.isDirectory(path.getParent())) {
            throw refused("there is no folder " + path.getParent());
        }
        if (Files.isDirectory(path) || !Files.isWritable(Files.exists(path) ? path : path.getParent())) {
            throw refused(Files.isDirectory(path) ? "it is a folder" : "no permission");
        }
        gif = name.endsWith(".gif") ? new GifFile() : null;
    }

    private UsageException refused(String why) {
        return new UsageException(Code.FILE_ARGUMENT, "board lcd: cannot write " + path + ": " + why);
    }

    /** Takes a PNG file. */
    void add(byte[] png) throws IOException {
        count++;
        if (gif != null) {
            gif.add(png);
        } else {
            write(several ? numbered() : path, png);
        }
    }

    private Path numbered() {
        String name = path.getFileName().toString();
        int end = name.length() - ".png".length();
        return path.resolveSibling(name.substring(0, end) + "-" + count + name.substring(end));
    }

    private void write(Path target, byte[] content) {
        try {
            Files.write(target, content);
        } catch (IOException e) {
            throw refused(e.getMessage());
        }
    }

    /** How many have come. */
    int count() {
        return count;
    }

    /** All have come that will. */
    void end() throws IOException {
        if (gif != null && count > 0) {
            write(path, gif.content());
        }
    }

    @Override
    public void close() throws IOException {
        if (gif != null) {
            gif.close();
        }
    }
}
