package io.qpy.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake in {@code qpy.toml} is one line that has the place of the value, or of the key where that is wrong. */
class ConfigTest {
    @TempDir
    private Path folder;

    /** In a text, {@code ;} is the end of a line. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        [modem];signal = 120                            | 2:10: modem.signal: got 120, want 0 to 99
        [modem];signal = 40                             | 2:10: modem.signal: got 40, want 0 to 31, or 99 for unknown
        [modem];signal = 31.0                           | 2:10: modem.signal: got 31.0, want 0 to 99
        [modem];signal = '31'                           | 2:10: modem.signal: got "31", want 0 to 99
        [modem];sim   =  "here"                         | 2:10: modem.sim: got "here", want 0 to 21, or one of absent,
        [modem];registration = -2                       | 2:16: modem.registration: got -2, want -1 to 11, or one of
        [modem];pdp = 1                                 | 2:7: modem.pdp: got 1, want true or false
        [modem];pdp = "true"                            | 2:7: modem.pdp: got "true", want true or false
        [modem];pdp = [true]                            | 2:7: modem.pdp: got an array, want true or false
        [modem];model = 2026-12-01                      | 2:9: modem.model: got 2026-12-01, want a name in quotes
        [modem];model = ""                              | 2:9: modem.model: got "", want a name in quotes
        [modem];imei = 866327040830317                  | 2:8: modem.imei: got 866327040830317, want 15 digits in quotes
        [modem];imei = "86632704083031"                 | 2:8: modem.imei: got "86632704083031", want 15 digits
        [modem];number = "call me"                      | 2:10: modem.number: got "call me", want a telephone number
        # signal = 1;[modem];signal = 500               | 3:10: modem.signal: got 500
        signals = 1                                     | 1:1: unknown key 'signals'; known: modem, hosts, tls
        modem.signal = 120                              | 1:16: modem.signal: got 120
        "modem" . 'signal'=120                          | 1:20: modem.signal: got 120
        modem = { pdp = true, signal = 120 }            | 1:32: modem.signal: got 120
        modem = 4                                       | 1:9: modem: got 4, want a table: [modem]
        [[modem]];signal = 1                            | 1:1: modem: got an array of tables, want a table: [modem]
        [Modem];signal = 1                              | 1:1: unknown key 'Modem'; did you mean 'modem'?
        [modem];sinal = 1                               | 2:1: unknown key 'modem.sinal'; did you mean 'signal'?
        [modem];signal = 1;signal = 2                   | 3:1: signal previously defined at line 2, column 1
        [modem];signal = 1;[modem];pdp = true           | 3:1: modem previously defined at line 1, column 1
        [SecureData];5 = 3                              | 2:5: SecureData.5: got 3, want text in quotes of at most 52
        [SecureData];17 = "a"                           | 2:1: unknown key 'SecureData.17'; did you mean '1'?
        [board];pinz = 1                                | 2:1: unknown key 'board.pinz'; did you mean 'pins'?
        [board.pins];GPIO5 = 2                          | 2:9: board.pins.GPIO5: got 2, want 0 to 1
        [board.pins];GPIO51 = 1                         | 2:1: board.pins.GPIO51: the module has no GPIO51, it has GPIO1 to 50
        [board.pins];GPIO42=1;[modem];model = "EC600N"  | 2:1: board.pins.GPIO42: the EC600N has no GPIO42, it has GPIO1 to 41
        [board.pins];GPIO5 = { led = "a", button = "b" }| 2:9: board.pins.GPIO5: want one of: { led = "status" },
        [board.pins];GPIO5 = { buton = "b" }            | 2:11: unknown key 'board.pins.GPIO5.buton'; did you mean 'button'?
        [board.pins];GPIO5 = { led = "" }               | 2:17: board.pins.GPIO5.led: got "", want a name in quotes
        [board.pins];GPIO5 = {led="a"};GPIO6={led="a"}  | 3:1: board.pins.GPIO6: 'a' is connected to GPIO5 as well
        [board.pins];pin5 = 1                           | 2:1: unknown key 'board.pins.pin5': want GPIO and a number
        [board];usb = 1                                 | 2:7: board.usb: got 1, want true or false
        [board];usb = false;[modem];model = "BG95"      | 2:1: board.usb: the BG95 does not tell whether USB is plugged in
        [board];microphone = "none.wav"                | 2:14: board.microphone: got "none.wav", want a WAV file that exists, as microphone = "voice.wav"
        [board];microphone = "qpy.toml"                | 2:14: board.microphone: it is no WAV file
        [board.adc];ADC0 = 3.3                          | 2:8: board.adc.ADC0: got 3.3, want 0 to 5000
        [board.adc];ADC7 = 1                            | 2:1: board.adc.ADC7: the module has no ADC7, it has ADC0 to 3
        [board.i2c1];0x44 = "sht4x"                     | 2:8: board.i2c1.0x44: got "sht4x"; did you mean "sht3x"?
        [board.i2c1];0x88 = "sht3x"                     | 2:1: unknown key 'board.i2c1.0x88': want an address of 7 bits
        [board.i2c1];0x44 = "sht3x";68 = "aht20"        | 3:1: board.i2c1.68: another part has the address 0x44
        [board.i2c1];0x19 = { int1 = "GPIO6" }          | 2:8: board.i2c1.0x19: want { part = "lis3dh", int1 = "GPIO5" }
        [board.i2c1];0x44 = {part="sht3x",int1="GPIO6"} | 2:8: board.i2c1.0x44: int1 is a line of: lis3dh
        [board.i2c1];0x19 = {part="lis3dh",int1="6"}    | 2:28: board.i2c1.0x19.int1: got "6", want a pin, as "GPIO5"
        [board.i2c0];[modem];model = "EC600N"           | 1:1: board.i2c0: the EC600N has no I2C0, it has I2C1
        [board.spi1];cs = "GPIO5"                       | 1:1: board.spi1: want { part = "w25q64", cs = "GPIO5" }
        [board.spi1];part = "w25q64";cs = 5             | 3:6: board.spi1.cs: got 5, want a string in quotes
        [board.onewire];GPIO51 = "ds18b20"              | 2:1: board.onewire.GPIO51: the module has no GPIO51
        [board.lcd];width = 240                         | 1:1: board.lcd: want both width and height
        [board.lcd];width = 240;height = 0              | 3:10: board.lcd.height: got 0, want 1 to 1024
        [board];gnss = 5                                | 2:8: board.gnss: got 5, want "latitude, longitude" in degrees
        [board];gnss = "91, 0"                          | 2:8: board.gnss: got "91, 0", want a latitude of at most 90
        [board];gnss = "no.gpx"                         | 2:8: board.gnss: there is no file
        [board.wifi];home = -30                         | 2:1: unknown key 'board.wifi.home': want an address in quotes
        [board.wifi];"AA:BB:CC:DD:EE:FF" = 5            | 2:23: board.wifi.AA:BB:CC:DD:EE:FF: got 5, want -120 to 0
        [modem];signal =                                | 2:9: unexpected
        "a\\o" = 1                                      | 1:3: invalid escape sequence '\\o'
        ["modem\\o"]                                    | 1:8: invalid escape sequence '\\o'
        [modem                                          | 1:7: unexpected
        [hosts];"a.example.com" = "127.0.0.1:99999"     | 2:19: hosts.a.example.com: got "127.0.0.1:99999", want one of
        [hosts];"a.example.com" = "127.0.0.1:-1"        | 2:19: hosts.a.example.com: got "127.0.0.1:-1", want one of
        [hosts];"a.example.com" = "127.0.0.1:0"         | 2:19: hosts.a.example.com: got "127.0.0.1:0", want one of
        [hosts];"a.example.com" = "127.0.0.1"           | 2:19: hosts.a.example.com: got "127.0.0.1", want one of
        [hosts];"a.example.com" = "256.0.0.1:80"        | 2:19: hosts.a.example.com: got "256.0.0.1:80"
        [hosts];"a.example.com" = ""                    | 2:19: hosts.a.example.com: got ""
        [hosts];"a.example.com" = 1883                  | 2:19: hosts.a.example.com: got 1883
        [modem];sim = "redy"                            | 2:7: modem.sim: got "redy"; did you mean "ready"? Want 0 to 21
        [hosts];"a.example.com" = "htpp"                | 2:19: hosts.a.example.com: got "htpp"; did you mean "http"? Want
        [hosts];"a.example.com" = ["mqtt"]              | 2:19: hosts.a.example.com: got an array
        [hosts];"a.example.com" = "tls:expird"          | 2:19: hosts.a.example.com: got "tls:expird"
        [hosts];a.example.com = "mqtt"                  | 2:17: hosts.a: got a table, want a host in quotes: "a.
        [hosts];"http://a.example.com" = "http"         | 2:1: hosts: 'http://a.example.com' is no host: want a name
        [hosts];"a.example.com:99999" = "mqtt"          | 2:1: hosts: 'a.example.com:99999' is no host
        [hosts];"-a.example.com" = "mqtt"               | 2:1: hosts: '-a.example.com' is no host
        [hosts];"a..example.com" = "mqtt"               | 2:1: hosts: 'a..example.com' is no host
        [hosts];"a\\r\\u0085b" = "mqtt"                 | 2:1: hosts: 'a??b' is no host
        [hosts];"" = "mqtt"                             | 2:1: hosts: '' is no host
        [hosts];a = "mqtt";A = "http"                   | 3:1: hosts: 'A' is the same host as 'a' at line 2
        [hosts];"a:80" = "mqtt";"a:080" = "http"        | 3:1: hosts: 'a:080' is the same host as 'a:80' at line 2
        [tls];verify = "yes"                            | 2:10: tls.verify: got "yes", want true or false
        [tls];authorities = "ca.pem"                    | 2:15: tls.authorities: got "ca.pem", want a file with
        [tls];authorities = ""                          | 2:15: tls.authorities: got "", want a file with certificates
        [tls];authorities = "\\u0000"                   | 2:15: tls.authorities: got "?", want the name of a file
        [sandbox.files];"app.py" = "a.py"               | 2:1: unknown key 'sandbox.files.app.py': want the path of a URL
        [sandbox.files];"/app.py" = "none.py"           | 2:13: sandbox.files./app.py: there is no file
        [sandbox];strict = 1                            | 2:10: sandbox.strict: got 1, want true or false
        [sandbox];aliyum = {}                           | 2:1: unknown key 'sandbox.aliyum'; did you mean 'aliyun'?
        [sandbox.aliyun.products.a1];secret = ""        | 2:10: sandbox.aliyun.products.a1.secret: got (empty), want
        [sandbox.aliyun.products.a1];secret = "geh eim" | 2:10: sandbox.aliyun.products.a1.secret: got … (7 characters)
        [sandbox.aliyun.products.a1];devices = "d"      | 2:11: sandbox.aliyun.products.a1.devices: got "d", want a table
        [sandbox.aliyun.products."a/1"];secret = "x"    | 1:1: 'sandbox.aliyun.products.a/1' names no product
        [sandbox.tencent.products.P.devices];d="no-b64" | 2:3: sandbox.tencent.products.P.devices.d: got … (6 characters)
        """)
    void saysWhereAndWhatIsWrong(String text, String message) {
        String said = refused(text.replace(";", "\n"));
        assertTrue(said.startsWith("qpy.toml:" + message), said);
        assertEquals(1, said.lines().count());
    }

    @Test
    void refusesAHostOfTooManyLabels() {
        String said = refused("[hosts]\n\"" + "a.".repeat(50_000) + "com\" = \"mqtt\"\n");
        assertTrue(said.contains("is no host"), said.substring(0, 100));
        assertEquals(1, said.lines().count());
    }

    @Test
    void neverShowsASecret() {
        String said = refused("[sandbox.tencent.products.P]\ndevices = { d = \"a secret that is long\" }\n");
        assertFalse(said.contains("secret that"), said);
    }

    @Test
    void countsCharactersInColumns() {
        assertTrue(refused("modem = { model = \"😀é\", signal = 120 }")
                .startsWith("qpy.toml:1:19: modem.model: got \"😀é\""));
        assertTrue(refused("# 😀\r\n[modem]\r\nsignal = 120\r\n").startsWith("qpy.toml:3:10: "));
        assertTrue(refused("\ufeffmodem.signal = 120").startsWith("qpy.toml:1:16: "));
    }

    @Test
    void namesTheByteThatIsNotUtf8() throws IOException {
        Files.write(folder.resolve("qpy.toml"), "[modem]\nmodel = \"中\"\n".getBytes(Charset.forName("GBK")));
        assertTrue(refused().startsWith("qpy.toml:2:10: byte 0xd6 is not UTF-8"));
    }

    @Test
    void refusesDeepNesting() {
        String said = refused("a = " + "[".repeat(100_000));
        assertTrue(said.startsWith("qpy.toml:1:69: brackets are nested more than 64 deep"), said);
        assertTrue(refused("a" + ".a".repeat(100_000) + " = 1").startsWith("qpy.toml:1:1: unknown key 'a'"));
    }

    /** After a mistake the parser takes strings for brackets. */
    @Test
    void refusesWhatTheParserFindsNestedWithoutEnd() {
        String said = refused("a = { d ," + "\" }  = { d ,".repeat(20000) + "\n");
        assertTrue(said.startsWith("qpy.toml: too deep, after a mistake, to be read"), said);
    }

    @Test
    void refusesAnEscapeThatTheLineEnds() {
        String said = refused("a = [\"\\u0\ne9\"]\n");
        assertTrue(said.startsWith("qpy.toml:1:10: unexpected end of line"), said);
    }

    @Test
    void refusesAFolderAndAHugeFile() throws IOException {
        Files.createDirectory(folder.resolve("qpy.toml"));
        assertTrue(refused().startsWith("qpy.toml is a folder, want a file"));
        Files.delete(folder.resolve("qpy.toml"));
        Files.writeString(folder.resolve("qpy.toml"), "# 345678\n".repeat(1_200_000));
        assertTrue(refused().startsWith("qpy.toml has 10800000 bytes, want at most 1048576"));
    }

    @Test
    void refusesALinkThatLeadsNowhere() throws IOException {
        Files.createSymbolicLink(folder.resolve("qpy.toml"), folder.resolve("none"));
        assertTrue(refused().startsWith("qpy.toml is no file that can be read"));
    }

    @Test
    void readsEverySection() throws IOException {
        write("""
            [modem]
            sim = 1
            registration = "roaming"
            signal = 99
            imei = "123456789012345"
            serial = "[[[\\"{" # [[[
            [hosts]
            "Broker.Example.com:1883" = "mqtt"
            "api.example.com" = "127.0.0.1:09000"
            """);
        Config config = Config.of(folder);
        assertEquals(5, config.modem().registration());
        assertEquals("123456789012345", config.identity().imei());
        assertEquals(Map.of("broker.example.com:1883", "mqtt", "api.example.com", "127.0.0.1:9000"), config.hosts());
    }

    private String refused(String text) {
        try {
            write(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return refused();
    }

    private String refused() {
        String prefix = folder + "/";
        String message =
                assertThrows(ConfigException.class, () -> Config.of(folder)).getMessage();
        assertTrue(message.startsWith(prefix), message);
        return message.substring(prefix.length());
    }

    private void write(String text) throws IOException {
        Files.write(folder.resolve("qpy.toml"), text.getBytes(StandardCharsets.UTF_8));
    }
}
