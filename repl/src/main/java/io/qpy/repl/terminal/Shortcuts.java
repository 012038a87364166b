package io.qpy.repl.terminal;

import io.qpy.repl.Continuation;
import io.qpy.repl.board.Indentation;
import java.io.IOException;
import java.util.List;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Buffer;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;

/** The keys of the prompt that JLine has not, or has otherwise. */
final class Shortcuts {
    private static final String STEP = "    ";

    private final LineReader reader;
    private Entry.Key pressed = Entry.Key.ENTER;

    Shortcuts(LineReader reader) {
        this.reader = reader;
        KeyMap<Binding> keys = reader.getKeyMaps().get(LineReader.MAIN);
        freePrefix(keys, KeyMap.ctrl('X'));
        bind(keys, "qpy-enter", this::enter, "\r", "\n");
        bind(keys, "qpy-tab", this::tab, "\t");
        bind(keys, "qpy-backspace", this::backspace, KeyMap.del(), KeyMap.ctrl('H'));
        bind(keys, "qpy-leave", () -> end(Entry.Key.LEAVE), KeyMap.ctrl('X'), KeyMap.ctrl(']'));
        bind(keys, "qpy-raw", () -> onEmpty(Entry.Key.CTRL_A, LineReader.BEGINNING_OF_LINE), KeyMap.ctrl('A'));
        bind(keys, "qpy-friendly", () -> onEmpty(Entry.Key.CTRL_B, LineReader.BACKWARD_CHAR), KeyMap.ctrl('B'));
        bind(keys, "qpy-reset", () -> onEmpty(Entry.Key.CTRL_D, LineReader.DELETE_CHAR), KeyMap.ctrl('D'));
        bind(keys, "qpy-paste", () -> onEmpty(Entry.Key.CTRL_E, LineReader.END_OF_LINE), KeyMap.ctrl('E'));
    }

    private void bind(KeyMap<Binding> keys, String name, org.jline.reader.Widget widget, String... sequences) {
        reader.getWidgets().put(name, widget);
        for (String sequence : sequences) {
            keys.bind(new Reference(name), sequence);
        }
    }

    /** Takes away the longer sequences that begin with a key, for which JLine would wait when it is pressed. */
    private static void freePrefix(KeyMap<Binding> keys, String prefix) {
        List<String> longer = keys.getBoundKeys().keySet().stream()
                .filter(each -> each.startsWith(prefix) && each.length() > prefix.length())
                .toList();
        longer.forEach(keys::unbind);
    }

    /** Begins a line. */
    void reset() {
        pressed = Entry.Key.ENTER;
    }

    /** What ended the line. */
    Entry.Key pressed() {
        return pressed;
    }

    private boolean end(Entry.Key key) {
        pressed = key;
        reader.getBuffer().clear();
        reader.callWidget(LineReader.ACCEPT_LINE);
        return true;
    }

    private boolean onEmpty(Entry.Key key, String otherwise) {
        if (reader.getBuffer().length() == 0) {
            return end(key);
        }
        reader.callWidget(otherwise);
        return true;
    }

    /** Ends a statement that is complete; else begins its next line. */
    private boolean enter() {
        Buffer buffer = reader.getBuffer();
        boolean onLastLine = buffer.toString().indexOf('\n', buffer.cursor()) < 0;
        if (onLastLine && !Continuation.isWanted(withoutBlankEnd(buffer.toString()))) {
            reader.callWidget(LineReader.ACCEPT_LINE);
            return true;
        }
        String before = buffer.substring(0, buffer.cursor()) + "\n";
        buffer.write(isPasting() ? "\n" : "\n" + Indentation.after(before));
        return true;
    }

    /** A last line of spaces only is a blank one: what was indented automatically ends a block like what was not. */
    private static String withoutBlankEnd(String code) {
        int lastLine = code.lastIndexOf('\n') + 1;
        return code.substring(lastLine).isBlank() ? code.substring(0, lastLine) : code;
    }

    /** Whether more has arrived already than a person can have typed; such lines bring their own indentation. */
    private boolean isPasting() {
        try {
            return reader.getTerminal().reader().peek(1) >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean tab() {
        if (linePrefix().isBlank() && reader.getBuffer().length() > 0) {
            reader.getBuffer().write(STEP);
        } else {
            reader.callWidget(LineReader.COMPLETE_WORD);
        }
        return true;
    }

    private String linePrefix() {
        String before = reader.getBuffer().substring(0, reader.getBuffer().cursor());
        return before.substring(before.lastIndexOf('\n') + 1);
    }

    private boolean backspace() {
        String prefix = linePrefix();
        boolean indentation = prefix.isBlank() && prefix.length() >= STEP.length();
        if (indentation) {
            reader.getBuffer().backspace(STEP.length());
        } else {
            reader.callWidget(LineReader.BACKWARD_DELETE_CHAR);
        }
        return true;
    }
}
