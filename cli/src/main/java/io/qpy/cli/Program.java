package io.qpy.cli;

import io.qpy.device.Code;
import io.qpy.device.flash.Flash;
import io.qpy.runtime.Script;
import io.qpy.start.Terminal;
import io.qpy.wiring.Nearest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What {@code qpy run} runs, and the folder that is the device's {@code /usr} then. Each way to name a program begins with
 * the working directory that its names are relative to.
 *
 * @param script the program
 * @param folder the file's folder; the working directory for code that is in no file; that of {@code --dir}
 * @param nameAfterRestart what begins when the module restarts, in {@code /usr}
 * @param typed whether it comes as what is typed at a prompt comes, and is refused where that is
 */
record Program(Script script, Path folder, String nameAfterRestart, boolean typed) {
    private static final String MAIN = "main.py";
    private static final Pattern COMPILED = Pattern.compile("\\.(mpy|pyc|so)$");

    /** {@code qpy -c CODE [ARG…]}. */
    static Program ofCode(Path working, String code, List<String> arguments) {
        return new Program(new Script("<string>", code + "\n", arguments), working, MAIN, true);
    }

    /** {@code qpy - [ARG…]}: the input is the program. */
    static Program ofInput(Path working, Terminal terminal, List<String> arguments) throws IOException {
        // Java 17's FileInputStream.readAllBytes() fails with "Illegal seek" on a pipe.
        ByteArrayOutputStream source = new ByteArrayOutputStream();
        terminal.input().transferTo(source);
        return new Program(
                new Script("<stdin>", source.toString(StandardCharsets.UTF_8), arguments), working, MAIN, true);
    }

    /** {@code qpy -m MODULE [ARG…]}: a module of the working directory, which {@code usr.} may stand before. */
    static Program ofModule(Path working, String module, List<String> arguments) throws IOException {
        String name = module.startsWith("usr.") ? module.substring("usr.".length()) : module;
        Path path = Path.of(name.replace('.', '/'));
        Path main = path.resolve("__main__.py");
        Path file = Files.isRegularFile(working.resolve(main)) ? main : Path.of(path + ".py");
        if (!Files.isRegularFile(working.resolve(file))) {
            throw new UsageException(
                    Code.FILE_ARGUMENT, "-m " + module + ": neither " + file + " nor " + main + " is in this folder");
        }
        return new Program(Script.read(working.resolve(file), arguments), working, MAIN, true);
    }

    static Program ofFile(Path working, Path file, List<String> arguments) throws IOException {
        Path there = working.resolve(file).normalize();
        Script script = read(file, there, arguments);
        return new Program(script, there.getParent(), script.name(), false);
    }

    /**
     * The same with {@code usr} as {@code /usr}. A script that lies in there is called by its path from there; one that does not is
     * not on the device.
     */
    Program in(Path usr, Path working, String file) {
        Path there = working.resolve(file).normalize();
        if (typed || !there.startsWith(usr)) {
            return new Program(script, usr, MAIN, typed);
        }
        String name = usr.relativize(there).toString().replace('\\', '/');
        return new Program(new Script(name, script.source(), script.arguments()), usr, name, false);
    }

    /**
     * What begins when the module restarts: the file as the device has it by then, which the script may have written anew;
     * after what was typed, {@code main.py}. Empty where the device has no such file.
     */
    Optional<Script> afterRestart(Flash flash) throws IOException {
        Path file = Path.of("/usr", nameAfterRestart);
        if (!flash.exists(file.toString())) {
            return Optional.empty();
        }
        try (InputStream in = Channels.newInputStream(flash.open(file.toString(), Set.of(StandardOpenOption.READ)))) {
            Script found = Script.decode(file, in.readAllBytes());
            return Optional.of(new Script(nameAfterRestart, found.source(), typed ? List.of() : script.arguments()));
        }
    }

    /** What begins at first, where an update has changed the device's files; what was typed stays. */
    Script afterUpdate(Flash flash) throws IOException {
        return typed ? script : afterRestart(flash).orElse(script);
    }

    /** Reads the script that is {@code there}; messages call it what the person called it. */
    private static Script read(Path file, Path there, List<String> arguments) throws IOException {
        if (Files.isDirectory(there)) {
            throw new UsageException(
                    Code.FILE_ARGUMENT,
                    file + " is a folder: name the script in it, for instance " + file.resolve("main.py"));
        }
        if (Files.exists(there) && !Files.isRegularFile(there)) {
            throw new UsageException(
                    Code.FILE_ARGUMENT,
                    file + " is a named pipe or a device: name a file; 'qpy run -' runs what comes on stdin");
        }
        if (Files.isRegularFile(there) && COMPILED.matcher(there.toString()).find()) {
            throw new UsageException(
                    Code.COMPILED,
                    file + " is compiled, and qpy runs no compiled code: run its source, "
                            + COMPILED.matcher(file.toString()).replaceFirst(".py"));
        }
        try {
            return Script.read(there, arguments);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new UsageException(Code.FILE_ARGUMENT, file + " does not exist" + similar(file, there), e);
        } catch (AccessDeniedException e) {
            throw new UsageException(Code.FILE_ARGUMENT, file + " cannot be read: permission denied", e);
        } catch (CharacterCodingException e) {
            throw new UsageException(Code.ENCODING, e.getMessage(), e);
        }
    }

    /** The nearest script in the folder, as a hint. */
    private static String similar(Path file, Path there) throws IOException {
        Path folder = there.getParent();
        if (!Files.isDirectory(folder)) {
            return ", nor does the folder " + folder;
        }
        try (var entries = Files.list(folder)) {
            List<String> scripts = entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.endsWith(".py"))
                    .toList();
            return Nearest.to(file.getFileName().toString(), scripts)
                    .map(name -> "; did you mean " + file.resolveSibling(name) + "?")
                    .orElse("");
        }
    }
}
