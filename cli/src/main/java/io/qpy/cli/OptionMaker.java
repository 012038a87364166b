package io.qpy.cli;

import java.util.function.Consumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Makes the options of {@code qpy run}, and those that other commands share with it. They are no annotations, as those of the
 * other commands are: reading these took 30 to 40 ms of a cold run's 1100 ms of CPU.
 */
final class OptionMaker {
    private OptionMaker() {}

    static OptionSpec flag(String name, Consumer<Boolean> into, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .initialValue(false)
                .setter(setter(into))
                .description(description)
                .build();
    }

    static <V> OptionSpec.Builder option(String name, String label, Class<V> type, Consumer<V> into) {
        return OptionSpec.builder(name).paramLabel(label).type(type).setter(setter(into));
    }

    /** What puts a value where the command keeps it. The type is for {@link ArgSpec#type} to see to. */
    static <V> ISetter setter(Consumer<V> into) {
        return new ISetter() {
            @Override
            @SuppressWarnings("unchecked")
            public <T> T set(T value) {
                into.accept((V) value);
                return null;
            }
        };
    }
}
