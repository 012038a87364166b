package io.qpy.repl.board;

import io.qpy.device.console.Keys;
import io.qpy.repl.Protection;

/** The prompt of a device that {@code system.replSetEnable(1)} has protected: it refuses, or asks for the password. */
final class Lock {
    private final Port port;
    private final Protection protection;
    private boolean opened;
    private String question = Protection.QUESTION;

    Lock(Port port, Protection protection) {
        this.port = port;
        this.protection = protection;
    }

    boolean isShut() {
        if (!protection.isOn()) {
            opened = false;
            return false;
        }
        return !opened;
    }

    /** Answers one line; gives what ended it: Ctrl-D, {@link Keys#END}, or something else. */
    int answer() throws InterruptedException {
        return protection.hasPassword() ? askPassword() : refuse();
    }

    private int refuse() throws InterruptedException {
        LineEditor.Typed typed = port.editor().read(">>> ", "", Completing.NOTHING);
        boolean entered = typed.end() == LineEditor.ENTER;
        if (!entered) {
            port.write("\r\n");
        }
        if (typed.end() != Control.CTRL_C
                && typed.end() != Control.CTRL_D
                && !(entered && typed.text().isEmpty())) {
            port.write(Protection.REFUSAL + "\r\n");
        }
        return typed.end();
    }

    private int askPassword() throws InterruptedException {
        port.write(question);
        StringBuilder typed = new StringBuilder();
        while (true) {
            int c = port.keys().next();
            if (c < 0 || c == Control.CTRL_C || c == Control.CTRL_D) {
                port.write("\r\n");
                return c;
            }
            if (c == '\r' || c == '\n') {
                if (!typed.isEmpty()) {
                    decide(typed.toString());
                    return c;
                }
            } else if (c == Control.BACKSPACE || c == Control.DELETE) {
                erase(typed);
            } else if (c > ' ') {
                typed.append((char) c);
                port.write("*");
            }
        }
    }

    private void erase(StringBuilder typed) {
        if (!typed.isEmpty()) {
            typed.setLength(typed.length() - 1);
            port.write("\b \b");
        }
    }

    private void decide(String password) {
        opened = protection.admits(password);
        question = opened ? Protection.QUESTION : Protection.WRONG;
        port.write("\r\n" + (opened ? Protection.ADMITTED + "\r\n" : ""));
    }
}
