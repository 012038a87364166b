package io.qpy.check;

import io.qpy.device.board.Model;
import io.qpy.runtime.Interpreter;
import io.qpy.runtime.Script;
import io.qpy.runtime.Tool;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks scripts, in an interpreter that may serve a session afterwards; it belongs to the thread that made that. */
public final class Checker {
    /** In order: each may use those before it. */
    private static final List<String> PARTS = List.of(
            "advice/surface",
            "advice/answers",
            "advice/unreadable",
            "check/values",
            "check/syntax",
            "check/names",
            "check/patterns",
            "check/calls",
            "check/uncalled",
            "check/walk",
            "check/checker");

    /** The module's heap for Python, in bytes (facts.md 11.24): it compiles no script that is larger. */
    private static final int HEAP_BYTES = 512 * 1024;

    /** The byte order mark of UTF-8. */
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final Inspection inspection;
    private Model model = Model.ANY;
    private final Tool tool;
    private final Map<Path, Project> projects = new HashMap<>();
    private List<Fix> fixes = List.of();

    /** Checks for the module that scripts are for unless another is named. */
    public Checker(Interpreter interpreter) {
        this(interpreter, Target.of(Target.DEFAULT).orElseThrow());
    }

    public Checker(Interpreter interpreter, Target target) {
        inspection = new Inspection(target.year());
        tool = interpreter.tool(inspection, PARTS);
    }

    /** Sets the model that scripts are checked for from now on; before that they are checked for none. */
    public void runsOn(Model module) {
        model = module;
    }

    /** Checks a file, which need not be a script at all; the name is what findings call it. */
    public List<Finding> check(String name, Path file) throws IOException {
        return check(name, file, Files.readAllBytes(file));
    }

    /** Checks what may be written into a file. */
    public List<Finding> check(String name, Path file, byte[] bytes) {
        fixes = List.of();
        try {
            Script script = Script.decode(file, bytes);
            Beside beside = new ScriptFolder(file.toAbsolutePath().getParent(), projects);
            List<Finding> findings = check(name, script.source(), beside);
            return Arrays.mismatch(bytes, MARK) < MARK.length ? findings : withMark(name, findings);
        } catch (Script.NotUtf8Exception e) {
            String message = String.format("byte 0x%02x is not UTF-8 (GBK, perhaps)", e.unexpected());
            return List.of(new Finding(name, e.line(), e.column(), "encoding", message, "Save the file as UTF-8"));
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("Script.decode says where", e);
        }
    }

    /** Returns what can be changed in the script that was checked last. */
    public List<Fix> fixes() {
        return fixes;
    }

    private static List<Finding> withMark(String name, List<Finding> others) {
        String message = "a byte order mark, which the module takes for a part of the first word";
        List<Finding> all = new ArrayList<>();
        all.add(new Finding(name, 1, 1, "encoding", message, "Save the file as UTF-8 without it"));
        all.addAll(others);
        return all;
    }

    /** The files of a folder that a script lies in. */
    public static Beside in(Path folder) {
        return new ScriptFolder(folder.toAbsolutePath());
    }

    /**
     * Checks a script.
     *
     * @param name as findings call it
     * @param beside what lies around it
     */
    public List<Finding> check(String name, String source, Beside beside) {
        int zero = source.indexOf('\0');
        if (zero >= 0) {
            return List.of(noText(name, source, zero));
        }
        if (source.length() > HEAP_BYTES) {
            String message = "the script has " + source.length() / 1024 + " KB, the module's heap " + HEAP_BYTES / 1024;
            return List.of(new Finding(name, 1, 1, "too-large", message, "Keep data in files under /usr"));
        }
        String lines = source.replace("\r\n", "\n").replace('\r', '\n');
        inspection.begin(name, lines, beside, model);
        tool.call("check");
        List<Finding> findings = new Ignores(name, lines).apply(inspection.findings());
        fixes = inspection.fixes().stream()
                .filter(fix -> findings.contains(fix.finding()))
                .toList();
        return findings;
    }

    /** Checks a piece of code for what MicroPython does not read, and for nothing else. */
    public List<Finding> syntax(String source) {
        inspection.begin("<stdin>", source.replace("\r\n", "\n").replace('\r', '\n'), module -> false, model);
        tool.call("check/syntax");
        return inspection.findings();
    }

    private static Finding noText(String name, String source, int at) {
        String before = source.substring(0, at);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int column = at - before.lastIndexOf('\n');
        return new Finding(name, line, column, "encoding", "a byte 0x00 is in no script", "Name a text file");
    }
}
