package io.qpy.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.qpy.device.Code;
import io.qpy.start.Terminal;
import io.qpy.wiring.Nearest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qpy explain}: the page about a code. */
@Command(
        name = "explain",
        description = "Explain the code in brackets of a 'qpy:' line, or of a finding of qpy check.",
        footer = {"", "Examples:", "  qpy explain                 list the codes", "  qpy explain mqtt-refused"})
final class ExplainCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print JSON objects: code, group, about, and with a CODE its page.")
    private boolean json;

    @Parameters(arity = "0..1", paramLabel = "CODE", description = "The code; without one, all are listed.")
    private String code;

    private final Terminal terminal;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        return explain(code);
    }

    /** Prints the page about a code, or the list of all for null. */
    int explain(String given) throws IOException {
        Map<String, Pages.Entry> all = Pages.all();
        if (given == null) {
            terminal.print(
                    json
                            ? text(all.values().stream()
                                    .map(ExplainCommand::fields)
                                    .toList())
                            : list(all));
            return 0;
        }
        String asked = asked(given);
        String page = Pages.page(asked)
                .orElseThrow(() -> new UsageException(
                        Code.NO_CODE,
                        "explain: there is no code '" + given + "'"
                                + Nearest.to(asked, all.keySet())
                                        .map(near -> "; did you mean '" + near + "'?")
                                        .orElse(" ('qpy explain' lists them)")));
        if (json) {
            Map<String, String> fields = fields(all.get(asked));
            fields.put("page", page);
            terminal.print(text(fields));
        } else {
            terminal.print(page.stripTrailing());
        }
        return 0;
    }

    /** It may be copied with its brackets. */
    private static String asked(String code) {
        return code.strip().replaceAll("^\\[|]$", "").toLowerCase(Locale.ROOT);
    }

    private static String list(Map<String, Pages.Entry> all) {
        Map<String, List<Pages.Entry>> groups = all.values().stream()
                .collect(Collectors.groupingBy(Pages.Entry::group, LinkedHashMap::new, Collectors.toList()));
        int width = all.keySet().stream().mapToInt(String::length).max().orElse(0);
        return groups.entrySet().stream()
                .map(group -> group.getKey() + ":\n"
                        + group.getValue().stream()
                                .map(each -> ("  %-" + width + "s  %s").formatted(each.code(), each.about()))
                                .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
    }

    private static Map<String, String> fields(Pages.Entry entry) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("code", entry.code());
        fields.put("group", entry.group());
        fields.put("about", entry.about());
        return fields;
    }

    private static String text(Object value) throws IOException {
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }
}
