package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.qpy.device.sms.Pdu;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** PDUs beside those of Debian's gammu: 100 texts, in both directions. */
class GammuTest {
    private static final int TEXTS = 100;
    private static final int LONGEST = 400;
    private static final String NUMBER = "+8618226172342";
    private static final String CENTRE = "+8613800551500";
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 12, 1, 18, 30, 59);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String ASCII = "The quick brown fox jumps over 13 lazy dogs, (50 % of them) & asks: why? ";
    private static final String GSM = "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ!\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà^{}\\[~]|€\n ";
    private static final String CHINESE = "温度过高请检查设备余额不足您的验证码是一二三四五，。！";
    private static final String EMOJI = "😀🚀ab温🌧é";

    private static Process gammu;
    private static Writer in;
    private static BufferedReader out;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        // CI installs it; a developer's PC may have no Debian.
        Assumptions.assumeTrue(isThere(), "Debian's python3-gammu is not installed");
        gammu = new ProcessBuilder("/usr/bin/python3", Path.of("gammu/pdus.py").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        in = new OutputStreamWriter(gammu.getOutputStream(), StandardCharsets.UTF_8);
        out = gammu.inputReader(StandardCharsets.UTF_8);
    }

    private static boolean isThere() throws InterruptedException {
        try {
            return new ProcessBuilder("/usr/bin/python3", "-c", "import gammu")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @AfterAll
    static void end() throws IOException, InterruptedException {
        if (gammu != null) {
            in.close();
            assertEquals(0, gammu.waitFor());
        }
    }

    /** Texts of each alphabet, 1 to 400 characters long. */
    private static List<String> texts() {
        Random random = new Random(29);
        String[] alphabets = {ASCII, GSM, CHINESE, EMOJI};
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            int[] signs = alphabets[i % alphabets.length].codePoints().toArray();
            int length = i < alphabets.length ? 1 : 1 + random.nextInt(LONGEST);
            texts.add(IntStream.range(0, length)
                    .map(each -> signs[random.nextInt(signs.length)])
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining()));
        }
        return texts;
    }

    private static JsonNode ask(Map<String, Object> question) throws IOException {
        in.write(JSON.writeValueAsString(question) + "\n");
        in.flush();
        return JSON.readTree(out.readLine());
    }

    @Test
    void itReadsWhatWeWrite() throws IOException {
        TreeSet<Integer> lengths = new TreeSet<>();
        for (String text : texts()) {
            lengths.add(text.length());
            for (LocalDateTime time : new LocalDateTime[] {TIME, null}) {
                StringBuilder joined = new StringBuilder();
                List<Pdu> parts = Pdu.of(NUMBER, text, false, time, 7);
                for (Pdu part : parts) {
                    JsonNode read = ask(Map.of("decode", HexFormat.of().formatHex(part.octets(CENTRE))));
                    assertEquals(NUMBER, read.get(0).asText());
                    assertEquals(part.part(), read.get(2).asInt());
                    assertEquals(parts.size(), read.get(3).asInt());
                    joined.append(read.get(1).asText());
                }
                assertEquals(text, joined.toString());
            }
        }
        assertTrue(lengths.size() > 50, lengths.toString());
    }

    @Test
    void weReadWhatItWrites() throws IOException {
        for (String text : texts()) {
            boolean unicode = Pdu.of(NUMBER, text, false, TIME, 7).get(0).unicode();
            for (String layout : List.of("Deliver", "Submit")) {
                StringBuilder joined = new StringBuilder();
                JsonNode written = ask(Map.of("encode", text, "unicode", unicode, "number", NUMBER, "layout", layout));
                for (JsonNode each : written) {
                    Pdu part = Pdu.read(HexFormat.of().parseHex(each.asText())).orElseThrow();
                    assertEquals(NUMBER, part.number());
                    assertEquals(unicode, part.unicode());
                    assertEquals(layout.equals("Deliver"), part.isIncoming());
                    assertEquals(written.size(), part.parts());
                    joined.append(part.text());
                }
                assertEquals(text, joined.toString());
            }
        }
    }
}
