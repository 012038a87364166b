package io.qpy.runtime;

import io.qpy.device.Device;
import io.qpy.device.DeviceError;
import io.qpy.device.Errno;
import io.qpy.device.Notice;
import io.qpy.device.console.Console;
import io.qpy.device.flash.FlashErrors;
import io.qpy.module.DeviceModule;
import io.qpy.module.Exposed;
import io.qpy.module.LibraryCode;
import io.qpy.module.ModuleContext;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The host object of the boot code: what the importer and the tracebacks ask of Java. */
final class Seam {
    /** The folders of the library code beside this class; a module may have the name of one. */
    private static final Set<String> FOLDERS = Set.of("advice", "dialect", "flash", "prompt");

    private final Map<String, DeviceModule> modules = new HashMap<>();
    private final ModuleContext context;
    private final CompiledCode code;
    private final boolean strict;
    private final BooleanSupplier outputIsLost;

    Seam(
            List<DeviceModule> modules,
            ModuleContext context,
            CompiledCode code,
            boolean strict,
            BooleanSupplier outputIsLost) {
        modules.forEach(module -> this.modules.put(module.name(), module));
        this.context = context;
        this.code = code;
        this.strict = strict;
        this.outputIsLost = outputIsLost;
    }

    private Device device() {
        return context.device();
    }

    @Exposed
    List<String> names() {
        return List.copyOf(modules.keySet());
    }

    /** A facade's code, or its source where it is not compiled. */
    @Exposed
    Object facade(String name) {
        return code.load(modules.get(name).facadeCode());
    }

    /**
     * A part of library code, by its folder and name; its source where it is not compiled. The folder is one of this jar's, or a
     * module's, which names its parts.
     */
    @Exposed
    Object library(String name) {
        String folder = name.substring(0, Math.max(0, name.indexOf('/')));
        DeviceModule module = FOLDERS.contains(folder) ? null : modules.get(folder);
        return code.load(
                module == null
                        ? LibraryCode.part(Seam.class, name)
                        : module.partCode(name.substring(folder.length() + 1)));
    }

    /** What ends a line that is printed. */
    @Exposed
    String newline() {
        return device().console().newline();
    }

    /** Asks the person at the console for a line; None at the end of the input. */
    @Exposed
    String line(String prompt) throws IOException {
        Console console = device().console();
        if (console.lines() != null) {
            return device().waits().outside(() -> typed(console.lines(), prompt));
        }
        console.output().write(prompt.getBytes(StandardCharsets.UTF_8));
        console.output().flush();
        return device().input().readLine();
    }

    private static String typed(Console.Lines lines, String prompt) throws InterruptedException {
        try {
            return lines.read(prompt);
        } catch (IOException e) {
            return null;
        }
    }

    /** A module's host object, or None. */
    @Exposed
    Object host(String name) {
        DeviceModule module = modules.get(name);
        return module.host() == null ? null : module.host().apply(context);
    }

    /** {@code file}, {@code folder} or {@code none}. */
    @Exposed
    String kind(String path) throws IOException {
        if (!device().flash().exists(path)) {
            return "none";
        }
        return path.equals("/") || device().flash().attributes(path).isDirectory() ? "folder" : "file";
    }

    @Exposed
    String read(String path) throws IOException {
        try (var in = Channels.newInputStream(device().flash().open(path, Set.of(StandardOpenOption.READ)))) {
            return Script.decode(path.substring(1), in.readAllBytes());
        } catch (Script.NotUtf8Exception e) {
            throw DeviceError.of("SyntaxError", e.getMessage());
        }
    }

    /** Opens a file; the path begins at the root, the mode is as {@link OpenMode} reads it. */
    @Exposed
    FlashFile open(String path, String mode) {
        return FlashErrors.inScript(
                device().notices(),
                () -> new FlashFile(device().flash().open(path, OpenMode.options(mode)), device().notices()));
    }

    /** Whether nobody reads what is printed; then events are waited for no longer. */
    @Exposed
    boolean isUnread() {
        boolean unread = outputIsLost.getAsBoolean();
        if (unread) {
            context.callbacks().forgetAll();
        }
        return unread;
    }

    /** Waits until nothing may call the script's functions any more, timers for instance; whether anything might have. */
    @Exposed
    boolean awaitEvents() {
        return context.callbacks().awaitLast(device().waits());
    }

    /** A file of the table of the device's surface, or None. */
    @Exposed
    String table(String name) {
        return SurfaceTable.read(name);
    }

    /** What a person is told of a name that the module's model lacks: [what is wrong, what to do]; empty for others. */
    @Exposed
    List<String> lacks(String title) {
        return device().board().model().lacks(title);
    }

    /** The names in a folder of the flash; none where there is no such folder. */
    @Exposed
    List<String> entries(String folder) {
        try {
            return device().flash().list(folder);
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The source with a tab counting so many columns; None for those of editors where nothing but the module's counts. */
    @Exposed
    String tabsAs(String source, int columns) {
        return strict && columns != TabReading.MODULE ? null : TabReading.apply(source, columns);
    }

    /** Whether it is more code than can be compiled in reasonable memory. */
    @Exposed
    boolean isTooLarge(String source) {
        return CodeSize.isTooLarge(source);
    }

    @Exposed
    int tabLine(String source, int from) {
        return TabReading.tabLine(source, from);
    }

    /**
     * What MicroPython refuses of a source that CPython accepts: [kind, line, column]; else the text that is to be compiled, and
     * whether {@code dialect/tree.py} is to read its tree: [text, as tree].
     */
    @Exposed
    List<Object> reading(String source) {
        Dialect read = Dialect.read(source);
        Dialect.Refusal refusal = read.refusal();
        if (refusal != null) {
            return List.of(refusal.kind().name(), refusal.line(), refusal.column());
        }
        return List.of(read.text(), read.isReadAsTree());
    }

    /** Tells the person at the PC; {@code code} as {@link io.qpy.device.Code} shows it, or one of {@code qpy check}'s. */
    @Exposed
    void say(String code, String line) {
        device().notices().say(new Notice(code, line));
    }

    /** Writes a traceback. */
    @Exposed
    void error(String text) {
        String shown = text.replace("\n", newline());
        try {
            device().console().errors().write(shown.getBytes(StandardCharsets.UTF_8));
            device().console().errors().flush();
        } catch (IOException e) {
            // It is full, or closed: nobody reads it.
        }
    }

    @Exposed
    String errnoName(int code) {
        return Arrays.stream(Errno.values())
                .filter(errno -> errno.code() == code)
                .map(Errno::name)
                .findFirst()
                .orElse(null);
    }
}
