package io.qpy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.runtime.StartupTimes;
import io.qpy.start.Invocation;
import io.qpy.start.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line, as far as it is read without a device. */
class CommandsTest {
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private int run(String... arguments) {
        Terminal terminal = Terminal.of(InputStream.nullInputStream(), output, errors);
        try (Invocation invocation = Invocation.of(terminal, StartupTimes.sinceProcessStart())) {
            return Main.execute(invocation, arguments);
        }
    }

    private String said() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    private String printed() {
        return output.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rum x                    | there is no command 'rum'; did you mean 'run'? ('qpy help' shows what there is) [no-command]",
                "help rum                 | there is no command 'rum'; did you mean 'run'? ('qpy help' shows",
                "chekc .                  | there is no command 'chekc'; did you mean 'check'?",
                "cloud snd                | cloud: there is no 'snd'; did you mean 'send'? ('qpy help cloud' shows",
                "board pni 5              | board: there is no 'pni'; did you mean 'pin'?",
                "fs lss                   | fs: there is no 'lss'; did you mean 'ls'?",
                "device rest default      | device: there is no 'rest'; did you mean 'reset'?",
                "run --net smi x.py       | --net: there is no 'smi'; did you mean 'sim'? (sim, real, off)",
                "run --time virtul x.py   | --time: there is no 'virtul'; did you mean 'virtual'? (real, virtual)",
                "tls --tls verfy h        | --tls: there is no 'verfy'; did you mean 'verify'? (module, verify)",
                "explain mqtt-refusd      | there is no code 'mqtt-refusd'; did you mean 'mqtt-refused'? [no-code]",
                "explain xyzzyxyzzy       | there is no code 'xyzzyxyzzy' ('qpy explain' lists them) [no-code]"
            })
    void namesTheNearest(String line, String said) {
        assertEquals(2, run(line.split(" ")));
        assertTrue(said().startsWith("qpy: ") && said().contains(said), said());
        assertEquals(1, said().lines().count());
    }

    @ParameterizedTest
    @CsvSource({
        "init, qpy run main.py",
        "install, beside the script",
        "shell, qpy repl",
        "flash, qpy fs cp main.py",
        "upload, qpy fs cp main.py",
        "connect, qpy serve",
        "ls, qpy fs ls",
        "cp, qpy fs cp",
        "LS, qpy fs ls",
        "version, qpy --version"
    })
    void saysWhatDoesWhatOtherToolsDo(String word, String does) {
        assertEquals(2, run(word));
        assertTrue(said().startsWith("qpy: there is no command '" + word + "': ") && said().contains(does), said());
        assertTrue(said().endsWith(" [no-command]" + System.lineSeparator()), said());
        assertTrue(said().length() <= 200, said());
    }

    @Test
    void helpHasEachCommandInOneGroup() {
        assertEquals(0, run("help"));
        List<String> listed = Pattern.compile("(?m)^  ([a-z][a-z-]+) +[A-Z]")
                .matcher(printed())
                .results()
                .map((MatchResult each) -> each.group(1))
                .sorted()
                .toList();
        assertEquals(CommandGroups.names().sorted().toList(), listed, printed());
        assertEquals(
                Main.commands().keySet().stream().sorted().toList(),
                listed.stream()
                        .filter(each -> !List.of("help", "warm-up").contains(each))
                        .toList());
    }

    @Test
    void explainsACode() {
        assertEquals(0, run("explain", "[MQTT-refused]"));
        assertTrue(printed().startsWith("# mqtt-refused\n"), printed());
    }

    @Test
    void explainsAsJson() {
        assertEquals(0, run("explain", "--json", "tab"));
        assertTrue(printed().contains("\"group\" : \"Findings of qpy check\""), printed());
        assertTrue(printed().contains("\"page\" : \"# tab\\n"), printed());
    }

    @Test
    void listsTheCodes() {
        assertEquals(0, run("explain"));
        assertTrue(printed().startsWith("Commands:\n  usage "), printed());
        assertTrue(printed().contains("\n\nFindings of qpy check:\n"), printed());
    }
}
