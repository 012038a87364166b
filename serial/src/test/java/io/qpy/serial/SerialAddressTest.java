package io.qpy.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SerialAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pty:meter.tty",
                "pty:/tmp/a:b",
                "tcp:127.0.0.1:9000",
                "tcp:[::1]:9000",
                "listen:0",
                "listen:65535",
                "rfc2217:gateway:2217",
                "file:logs/nmea.txt",
                "loopback"
            })
    void readsWhatItWrites(String text) throws SerialException {
        assertEquals(text, SerialAddress.parse(text).toString());
    }

    @Test
    void takesBracketsFromAHost() throws SerialException {
        assertEquals(
                new HostAndPort("::1", 9000), ((SerialAddress.Tcp) SerialAddress.parse("tcp:[::1]:9000")).server());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                  | '' is no address of a serial line: write pty:PATH, tcp:HOST:PORT, listen:PORT",
                "com3                | 'com3' is no address of a serial line: write pty:PATH",
                "TCP:127.0.0.1:9000  | 'TCP:127.0.0.1:9000' is no address of a serial line: write pty:PATH",
                "/dev/ttyUSB0        | '/dev/ttyUSB0' is no address of a serial line: write pty:PATH",
                "pty                 | 'pty' names no path: write one after the colon, as in pty:meter.tty",
                "file:               | 'file:' names no path: write one after the colon, as in file:nmea.txt",
                "tcp                 | 'tcp' names no host and no port: write tcp:HOST:PORT, as in tcp:127.0.0.1:9000",
                "tcp:127.0.0.1       | 'tcp:127.0.0.1' names no port: write tcp:HOST:PORT, as in tcp:127.0.0.1:9000",
                "tcp:[::1]           | 'tcp:[::1]' names no port: write tcp:HOST:PORT",
                "tcp::9000           | 'tcp::9000' names no host: write tcp:HOST:PORT",
                "tcp:::1:9000        | 'tcp:::1:9000' has more than a host and a port: write tcp:HOST:PORT",
                "rfc2217:pc:         | 'rfc2217:pc:': '' is no port, which is a number from 1 to 65535: write rfc2217:",
                "tcp:pc:0            | 'tcp:pc:0': '0' is no port, which is a number from 1 to 65535: write tcp:HOST",
                "tcp:pc:+9           | 'tcp:pc:+9': '+9' is no port, which is a number from 1 to 65535: write tcp:",
                "listen:65536        | 'listen:65536': '65536' is no port, which is a number from 0 to 65535: write listen:",
                "listen              | 'listen' names no port: write listen:PORT, as in listen:9000, or listen:0 for any",
                "listen:0.0.0.0:9000 | '0.0.0.0:9000' is no port, which is a number from 0 to 65535: write listen:PORT",
                "loopback:2          | 'loopback:2': loopback has nothing after it: write loopback"
            })
    void saysWhatIsWrong(String text, String message) {
        String said = assertThrows(SerialException.class, () -> SerialAddress.parse(text))
                .getMessage();
        assertTrue(said.contains(message), said);
    }
}
