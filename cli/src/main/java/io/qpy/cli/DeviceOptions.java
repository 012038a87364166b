package io.qpy.cli;

import static io.qpy.cli.OptionMaker.flag;
import static io.qpy.cli.OptionMaker.option;

import io.qpy.wiring.NetMode;
import io.qpy.wiring.Policy;
import io.qpy.wiring.TimeMode;
import io.qpy.wiring.TlsMode;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** The options of every command that switches a device on. */
final class DeviceOptions {
    NetMode net;
    TlsMode tls;
    Duration timeout;
    Long heap;
    Long output;
    Long seed;
    boolean strict;
    boolean quiet;
    boolean verbose;
    boolean trace;

    void addTo(CommandSpec spec) {
        specs().forEach(spec::addOption);
    }

    private List<OptionSpec> specs() {
        return List.of(
                option("--net", "MODE", NetMode.class, value -> net = value)
                        .defaultValue("sim")
                        .description("sim: the documented hosts are answered by the sandbox (default). real: none is. "
                                + "off: no network.")
                        .build(),
                option("--tls", "MODE", TlsMode.class, value -> tls = value)
                        .description("module: any server's certificate is accepted, as on the module (default). "
                                + "verify: one that would not pass is refused.")
                        .build(),
                option("--timeout", "TIME", Duration.class, value -> timeout = value)
                        .converters(new TimeConverter())
                        .description("Stop a script, or a test, after this long, for instance 30s or 2m; a script's "
                                + "exit code is 42.")
                        .build(),
                option("--heap", "SIZE", Long.class, value -> heap = value)
                        .converters(new SizeConverter())
                        .description("Raise MemoryError when a script's objects take more, for instance 64M; an object "
                                + "takes several times the room that it has on a module (default: most of the 1 GB "
                                + "that the JVM has).")
                        .build(),
                option("--output", "SIZE", Long.class, value -> output = value)
                        .converters(new SizeConverter())
                        .description("With run, raise OSError when a script prints more, for instance 10M (default: "
                                + "no limit).")
                        .build(),
                option("--seed", "N", Long.class, value -> seed = value)
                        .description("The same N draws the same by chance: urandom, secrets of the sandbox's clouds "
                                + "(default: with test, 1 where time is virtual; else another each time).")
                        .build(),
                flag(
                        "--strict",
                        value -> strict = value,
                        "Refuse what the module would refuse: what qpy check finds something in does not run."),
                flag("-q", value -> quiet = value, "Say nothing but errors."),
                flag(
                        "-v",
                        value -> verbose = value,
                        "Say what the sandbox sees, too; with doc, show what each block prints; with test, name each "
                                + "test."),
                flag("--trace", value -> trace = value, "Show the Java stack trace of a bug in qpy."));
    }

    Policy policy() {
        return new Policy(net, tls, TimeMode.real, seed, verbose);
    }

    /** What a person is told of a script whose time was up. */
    String stopped(String where) {
        return where + (where.isEmpty() ? "" : ": ") + "stopped after " + timeout.toMillis() / 1000.0
                + " s (--timeout)";
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
