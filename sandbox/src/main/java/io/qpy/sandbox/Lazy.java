package io.qpy.sandbox;

import java.util.function.Supplier;

/** Made by the first thread that asks; if that fails, the next one tries again. */
final class Lazy<T> {
    private final Supplier<T> maker;
    private T value;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T value() {
        if (value == null) {
            value = maker.get();
        }
        return value;
    }
}
