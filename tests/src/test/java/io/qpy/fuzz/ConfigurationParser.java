package io.qpy.fuzz;

import io.qpy.wiring.Config;
import io.qpy.wiring.ConfigException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code qpy.toml}. */
final class ConfigurationParser implements Parser {
    private final Path file;

    ConfigurationParser() {
        try {
            Path folder = Files.createTempDirectory("qpy-fuzz");
            folder.toFile().deleteOnExit();
            file = folder.resolve("qpy.toml");
            Files.createFile(file).toFile().deleteOnExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<byte[]> seeds() {
        return Seeds.texts("""
            [hosts]
            "broker.example.com:1883" = "mqtt"
            "api.example.com" = "127.0.0.1:9000"
            [modem]
            sim = "ready"
            registration = 5
            pdp = true
            signal = 31 # comment
            imei = '866327040830317'
            """, """
            sandbox = { strict = false, aliyun = { products.a1 = { secret = "x", devices = { d = "" } } } }
            [sandbox.tencent.products.ABCDEFGHIJ]
            devices = { d1 = "c2VjcmV0", d2 = "" }
            """, """
            a = [[1, 2], 1.5e3, 0x1f, 1979-05-27T07:32:00Z, ""\"
            long \\
              text""\", ''' raw ''', inf, nan, "\\u00e9"]
            [[b]]
            [[b]]
            "quoted key".'other' = true
            """);
    }

    @Override
    public List<byte[]> words() {
        return Seeds.texts(
                "[",
                "]",
                "[[",
                "]]",
                "{",
                "}",
                "=",
                ".",
                "\"\"\"",
                "'''",
                "\"",
                "'",
                "\\",
                "\\u",
                "\\UFFFFFFFF",
                "#",
                "\r\n",
                "\n",
                ",",
                "true",
                "inf",
                "nan",
                "modem",
                "hosts",
                "tls",
                "sandbox",
                "_",
                "+",
                "\ufeff",
                "\ud83d\ude00",
                "signal = ",
                "1979-05-27",
                "07:32:00.999999999999",
                "127.0.0.1:");
    }

    @Override
    public String parse(byte[] input) throws Exception {
        Files.write(file, input);
        try {
            return "read " + Config.of(file.getParent()).hosts().size();
        } catch (ConfigException e) {
            String message = e.getMessage();
            boolean isPlain =
                    message.lines().count() == 1 && !message.contains("Exception") && !message.contains("org.");
            if (!isPlain && !new String(input, StandardCharsets.UTF_8).matches("(?s).*(Exception|org\\.).*")) {
                throw new AssertionError(message);
            }
            return Seeds.kind(message.substring(file.toString().length()));
        }
    }
}
