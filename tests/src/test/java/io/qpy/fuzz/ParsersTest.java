package io.qpy.fuzz;

import io.qpy.device.position.TrackParser;
import io.qpy.device.sms.PduParser;
import io.qpy.device.sound.SoundParser;
import io.qpy.device.tls.PemParser;
import io.qpy.device.tls.TlsAnswerParser;
import io.qpy.pymodules.ntptime.NtpAnswerParser;
import io.qpy.pymodules.request.HttpAnswerParser;
import io.qpy.pymodules.umqtt.MqttAnswerParser;
import io.qpy.repl.board.LineParser;
import io.qpy.repl.board.RawPasteParser;
import io.qpy.runtime.SourceParser;
import io.qpy.sandbox.http.HttpRequestParser;
import io.qpy.sandbox.mqtt.MqttPacketParser;
import io.qpy.sandbox.ntp.NtpRequestParser;
import io.qpy.sandbox.tls.TlsRecordParser;
import io.qpy.serial.Rfc2217Parser;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No input of a stranger's ends a parser with anything but its refusal, makes it run on or fill the memory. {@code tests/parsers} runs each for
 * longer.
 */
class ParsersTest {
    private static final int FEW = 200;

    static Stream<Parser> parsers() {
        String only = System.getProperty("qpy.fuzz.only", "");
        return List.of(
                        new ConfigurationParser(),
                        new SourceParser(),
                        new TrackParser(),
                        new PemParser(),
                        new MqttPacketParser(),
                        new MqttAnswerParser(),
                        new HttpRequestParser(),
                        new HttpAnswerParser(),
                        new NtpRequestParser(),
                        new NtpAnswerParser(),
                        new Rfc2217Parser(),
                        new RawPasteParser(),
                        new LineParser(),
                        new TlsRecordParser(),
                        new TlsAnswerParser(),
                        new PduParser(),
                        new SoundParser())
                .stream()
                .filter(parser ->
                        only.isEmpty() || parser.getClass().getSimpleName().equals(only));
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void standsSeedsAndSomeMutations(Parser parser) {
        Fuzzer fuzzer = new Fuzzer(parser, 1);
        fuzzer.seeds();
        fuzzer.mutations(FEW);
    }

    @Tag("nightly")
    @Timeout(value = 1, unit = TimeUnit.DAYS)
    @ParameterizedTest
    @MethodSource("parsers")
    void standsMutations(Parser parser) {
        Fuzzer fuzzer = new Fuzzer(parser, Long.getLong("qpy.fuzz.seed", System.nanoTime()));
        fuzzer.seeds();
        fuzzer.mutations(Duration.ofSeconds(Integer.getInteger("qpy.fuzz.seconds", 60)));
        System.out.println(parser.getClass().getSimpleName() + ": " + fuzzer.summary());
    }
}
