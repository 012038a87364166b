package io.qpy.cli;

import io.qpy.device.Code;
import io.qpy.device.flash.Flash;
import io.qpy.start.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qpy fs}: the files of a stored device, with mpremote's verbs. */
@Command(
        name = "fs",
        description = "The files of a stored device, with mpremote's verbs.",
        footer = {
            "",
            "A colon before a path says that it is the device's; only cp needs it.",
            "",
            "Examples:",
            "  qpy fs ls /usr",
            "  qpy fs cp config.json :/usr/",
            "  qpy fs cp -r :/usr backup",
            "  qpy fs sha256sum /usr/main.py"
        })
final class FsCommand implements Runnable, SharingCommand {
    private final StoredDevice stored = new StoredDevice();

    private final Terminal terminal;

    FsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void addShared(CommandSpec spec) {
        stored.addTo(spec);
    }

    @Override
    public void run() {
        throw new UsageException(
                Code.USAGE, "fs: name a verb: ls, cat, cp, rm, mkdir, rmdir, touch, tree or sha256sum");
    }

    private interface Work {
        void on(FlashFiles files) throws IOException;
    }

    private interface Each {
        void on(FlashFiles files, String path) throws IOException;
    }

    private int with(String verb, Work work) throws IOException {
        try (Flash flash = stored.flash(DeviceStore.ofUser())) {
            PromptGuard.check(flash, stored.name);
            work.on(new FlashFiles(flash));
            return 0;
        } catch (java.nio.file.FileSystemException e) {
            throw new UsageException(Code.FILE_ARGUMENT, verb + ": " + e.getFile() + " " + reason(e), e);
        }
    }

    private int each(String verb, List<String> paths, Each each) throws IOException {
        return with(verb, files -> {
            for (String path : paths) {
                each.on(files, FlashFiles.absolute(path.startsWith(":") ? path.substring(1) : path));
            }
        });
    }

    private static String reason(java.nio.file.FileSystemException e) {
        if (e instanceof NoSuchFileException) {
            return "is not on the device";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "exists already";
        }
        if (e instanceof DirectoryNotEmptyException) {
            return "is not empty";
        }
        if (e instanceof NotDirectoryException) {
            return "is no folder";
        }
        return e instanceof AccessDeniedException
                ? "cannot be written: a device has /usr and /bak"
                : "cannot be used: " + e.getReason();
    }

    @Command(description = "List folders, by default the root.")
    int ls(@Parameters(paramLabel = "PATH", arity = "0..*") List<String> paths) throws IOException {
        return each("ls", paths == null ? List.of("/") : paths, (files, path) -> {
            for (String name : files.list(path)) {
                String entry = FlashFiles.child(path, name);
                boolean folder = files.isFolder(entry);
                terminal.print(String.format("%12d %s%s", folder ? 0 : files.size(entry), name, folder ? "/" : ""));
            }
        });
    }

    @Command(description = "Show files.")
    int cat(@Parameters(paramLabel = "PATH", arity = "1..*") List<String> paths) throws IOException {
        return each("cat", paths, (files, path) -> {
            try (InputStream in = files.read(path)) {
                in.transferTo(terminal.output());
            }
        });
    }

    @Command(description = "Copy: from the PC to the device (cp FILE :PATH), back (cp :PATH FILE), on the device.")
    int cp(
            @Option(
                            names = {"-r", "--recursive"},
                            description = "Folders too.")
                    boolean folders,
            @Parameters(paramLabel = "PATH", arity = "2..*", description = "Sources and the target.")
                    List<String> paths)
            throws IOException {
        List<String> sources = paths.subList(0, paths.size() - 1);
        return with("cp", files -> new FlashCopy(files, folders).copy(sources, paths.get(paths.size() - 1)));
    }

    @Command(description = "Remove files, or with -r folders.")
    int rm(
            @Option(
                            names = {"-r", "--recursive"},
                            description = "Folders and what is in them.")
                    boolean folders,
            @Parameters(paramLabel = "PATH", arity = "1..*") List<String> paths)
            throws IOException {
        return each("rm", paths, (files, path) -> {
            if (!folders && files.isFolder(path)) {
                throw new UsageException(
                        Code.FILE_ARGUMENT, "rm: " + path + " is a folder: add -r, or use rmdir for an empty one");
            }
            files.size(path);
            files.removeAll(path);
        });
    }

    @Command(description = "Make folders.")
    int mkdir(@Parameters(paramLabel = "PATH", arity = "1..*") List<String> paths) throws IOException {
        return each("mkdir", paths, FlashFiles::makeFolder);
    }

    @Command(description = "Remove empty folders.")
    int rmdir(@Parameters(paramLabel = "PATH", arity = "1..*") List<String> paths) throws IOException {
        return each("rmdir", paths, (files, path) -> {
            if (files.exists(path) && !files.isFolder(path)) {
                throw new UsageException(Code.FILE_ARGUMENT, "rmdir: " + path + " is a file: use rm");
            }
            files.remove(path);
        });
    }

    @Command(description = "Make empty files where there are none.")
    int touch(@Parameters(paramLabel = "PATH", arity = "1..*") List<String> paths) throws IOException {
        return each("touch", paths, (files, path) -> {
            if (!files.exists(path)) {
                files.write(path).close();
            }
        });
    }

    @Command(description = "Show folders with all that is in them, by default the root.")
    int tree(@Parameters(paramLabel = "PATH", arity = "0..*") List<String> paths) throws IOException {
        return each("tree", paths == null ? List.of("/") : paths, (files, path) -> {
            terminal.print(":" + path);
            branches(files, path, "");
        });
    }

    private void branches(FlashFiles files, String folder, String indentation) throws IOException {
        List<String> names = files.list(folder);
        for (int i = 0; i < names.size(); i++) {
            boolean last = i == names.size() - 1;
            terminal.print(indentation + (last ? "└── " : "├── ") + names.get(i));
            String path = FlashFiles.child(folder, names.get(i));
            if (files.isFolder(path)) {
                branches(files, path, indentation + (last ? "    " : "│   "));
            }
        }
    }

    @Command(description = "Show files' SHA-256.")
    int sha256sum(@Parameters(paramLabel = "PATH", arity = "1..*") List<String> paths) throws IOException {
        return each("sha256sum", paths, (files, path) -> {
            try (InputStream in = files.read(path)) {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                digest.update(in.readAllBytes());
                terminal.print(HexFormat.of().formatHex(digest.digest()) + "  " + path);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        });
    }
}
