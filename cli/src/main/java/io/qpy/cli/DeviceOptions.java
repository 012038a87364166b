package io.qpy.cli;

import io.qpy.wiring.NetMode;
import io.qpy.wiring.Policy;
import io.qpy.wiring.TimeMode;
import io.qpy.wiring.TlsMode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of every command that switches a device on. */
final class DeviceOptions {
    @Option(
            names = "--net",
            paramLabel = "MODE",
            defaultValue = "sim",
            description =
                    "sim: the documented hosts are answered by the sandbox (default). real: none is. off: no network.")
    NetMode net;

    @Option(
            names = "--tls",
            paramLabel = "MODE",
            description = "module: any server's certificate is accepted, as on the module (default). "
                    + "verify: one that would not pass is refused.")
    TlsMode tls;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description =
                    "Stop a script, or a test, after this long, for instance 30s or 2m; a script's exit code is 42.")
    Duration timeout;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            converter = SizeConverter.class,
            description = "Raise MemoryError when a script's objects take more, for instance 64M; an object takes "
                    + "several times the room that it has on a module (default: most of the 1 GB that the JVM has).")
    Long heap;

    @Option(
            names = "--output",
            paramLabel = "SIZE",
            converter = SizeConverter.class,
            description = "With run, raise OSError when a script prints more, for instance 10M (default: no limit).")
    Long output;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "The same N draws the same by chance: urandom, secrets of the sandbox's clouds (default: with test, "
                            + "1 where time is virtual; else another each time).")
    Long seed;

    @Option(
            names = "--strict",
            description = "Refuse what the module would refuse: what qpy check finds something in does not run.")
    boolean strict;

    @Option(names = "-q", description = "Say nothing but errors.")
    boolean quiet;

    @Option(
            names = "-v",
            description =
                    "Say what the sandbox sees, too; with doc, show what each block prints; with test, name each test.")
    boolean verbose;

    @Option(names = "--trace", description = "Show the Java stack trace of a bug in qpy.")
    boolean trace;

    Policy policy() {
        return new Policy(net, tls, TimeMode.real, seed, verbose);
    }

    /** A number and K, M or G; bytes. */
    static final class SizeConverter implements ITypeConverter<Long> {
        private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([KMG])");

        @Override
        public Long convert(String value) {
            Matcher matcher = SIZE.matcher(value);
            if (!matcher.matches()) {
                throw new TypeConversionException("'" + value + "' is not a size: write 512K, 64M or 1G");
            }
            return Long.parseLong(matcher.group(1)) << (10 * (1 + "KMG".indexOf(matcher.group(2))));
        }
    }

    /** A number and ms, s, m or h. */
    static final class TimeConverter implements ITypeConverter<Duration> {
        private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

        @Override
        public Duration convert(String value) {
            Matcher matcher = TIME.matcher(value);
            if (!matcher.matches()) {
                throw new TypeConversionException("'" + value + "' is not a time: write 500ms, 30s, 2m or 1h");
            }
            long number = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                default -> Duration.ofHours(number);
            };
        }
    }
}
