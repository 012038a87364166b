package io.qpy.cli;

import io.qpy.device.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code qpy fs cp}: from the PC to the device, back, and on the device. A place on the device is named {@code :PATH}. */
final class FlashCopy {
    private final FlashFiles device;
    private final boolean folders;

    /** {@code folders} is whether folders are copied too, with what is in them. */
    FlashCopy(FlashFiles device, boolean folders) {
        this.device = device;
        this.folders = folders;
    }

    /** A file or folder of either side. */
    private interface Place {
        boolean exists() throws IOException;

        boolean isFolder() throws IOException;

        String name();

        Place child(String name);

        List<String> list() throws IOException;

        InputStream read() throws IOException;

        OutputStream write() throws IOException;

        void makeFolder() throws IOException;
    }

    void copy(List<String> sources, String target) throws IOException {
        Place to = place(target);
        boolean into = to.isFolder() || target.endsWith("/") || target.equals(":");
        if (sources.size() > 1 && !into) {
            throw new UsageException(
                    Code.USAGE, "cp: several files need a folder to go to, and " + target + " is none");
        }
        for (String source : sources) {
            Place from = place(source);
            if (!from.exists()) {
                throw new UsageException(Code.FILE_ARGUMENT, "cp: " + source + " does not exist");
            }
            if (from.isFolder() && !folders) {
                throw new UsageException(Code.FILE_ARGUMENT, "cp: " + source + " is a folder: add -r");
            }
            copy(from, into ? to.child(from.name()) : to);
        }
    }

    private void copy(Place from, Place to) throws IOException {
        if (!from.isFolder()) {
            try (InputStream in = from.read();
                    OutputStream out = to.write()) {
                in.transferTo(out);
            }
            return;
        }
        if (!to.isFolder()) {
            to.makeFolder();
        }
        for (String name : from.list()) {
            copy(from.child(name), to.child(name));
        }
    }

    private Place place(String name) {
        return name.startsWith(":") ? new OnDevice(FlashFiles.absolute(name.substring(1))) : new OnPc(Path.of(name));
    }

    private record OnPc(Path path) implements Place {
        @Override
        public boolean exists() {
            return Files.exists(path);
        }

        @Override
        public boolean isFolder() {
            return Files.isDirectory(path);
        }

        @Override
        public String name() {
            return path.toAbsolutePath().normalize().getFileName().toString();
        }

        @Override
        public Place child(String name) {
            return new OnPc(path.resolve(name));
        }

        @Override
        public List<String> list() throws IOException {
            try (Stream<Path> entries = Files.list(path)) {
                return entries.map(entry -> entry.getFileName().toString())
                        .sorted()
                        .toList();
            }
        }

        @Override
        public InputStream read() throws IOException {
            return Files.newInputStream(path);
        }

        @Override
        public OutputStream write() throws IOException {
            return Files.newOutputStream(path);
        }

        @Override
        public void makeFolder() throws IOException {
            Files.createDirectory(path);
        }
    }

    private final class OnDevice implements Place {
        private final String path;

        OnDevice(String path) {
            this.path = path;
        }

        @Override
        public boolean exists() {
            return device.exists(path);
        }

        @Override
        public boolean isFolder() throws IOException {
            return device.isFolder(path);
        }

        @Override
        public String name() {
            return FlashFiles.name(path);
        }

        @Override
        public Place child(String name) {
            return new OnDevice(FlashFiles.child(path, name));
        }

        @Override
        public List<String> list() throws IOException {
            return device.list(path);
        }

        @Override
        public InputStream read() throws IOException {
            return device.read(path);
        }

        @Override
        public OutputStream write() throws IOException {
            return device.write(path);
        }

        @Override
        public void makeFolder() throws IOException {
            device.makeFolder(path);
        }
    }
}
