package io.qpy.tests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a person types at a prompt, and what the screen shows then; {@code tests/repl/README.md} has the form. */
record Transcript(
        String size,
        List<String> environment,
        String command,
        Map<String, String> files,
        List<String> steps,
        List<String> screen) {
    static Transcript of(List<String> lines) {
        String size = "80x24";
        String command = "repl";
        List<String> environment = new ArrayList<>();
        Map<String, String> files = new LinkedHashMap<>();
        List<String> steps = new ArrayList<>();
        List<String> screen = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("screen ")) {
                size = line.substring("screen ".length());
            } else if (line.startsWith("env ")) {
                environment.add(line.substring("env ".length()));
            } else if (line.startsWith("file ")) {
                String[] words = line.split(" ", 3);
                files.merge(words[1], words[2] + "\n", String::concat);
            } else if (line.startsWith("$ ")) {
                command = line.substring("$ ".length());
            } else if (line.matches("(<<?|!|\\?|@|=) .*") && screen.isEmpty()) {
                steps.add(line);
            } else {
                screen.add(line);
            }
        }
        return new Transcript(size, environment, command, files, steps, screen);
    }
}
