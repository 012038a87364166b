package io.qpy.sandbox.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A path, the methods it answers, and how. The path may end in {@code {n}}, a number. */
record Route(Set<String> methods, String prefix, boolean numbered, Action action) {
    private static final String NUMBER = "{n}";

    @FunctionalInterface
    interface Action {
        /** {@code n} is the number in the path, or 0. */
        Reply answer(Call call, int n);
    }

    static Route of(List<String> methods, String path, Action action) {
        Set<String> all = new TreeSet<>(methods);
        if (all.contains("GET")) {
            all.add("HEAD");
        }
        boolean numbered = path.endsWith(NUMBER);
        return new Route(all, numbered ? path.substring(0, path.length() - NUMBER.length()) : path, numbered, action);
    }

    /** The number in a path that fits, 0 where the route has none; empty if the path does not fit. */
    Optional<Integer> match(String path) {
        if (!numbered) {
            return path.equals(prefix) ? Optional.of(0) : Optional.empty();
        }
        if (!path.startsWith(prefix)) {
            return Optional.empty();
        }
        String number = path.substring(prefix.length());
        return number.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(number)) : Optional.empty();
    }

    String allow() {
        return String.join(", ", methods);
    }
}
