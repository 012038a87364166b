package io.qpy.sandbox.mqtt;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A topic filter, split at its slashes (MQTT 3.1.1 section 4.7). */
record TopicFilter(String text, List<String> levels) {

    static Optional<TopicFilter> parse(String text) {
        List<String> levels = split(text);
        boolean valid = isText(text) && levels.stream().allMatch(TopicFilter::isLevel) && hashIsLast(levels);
        return valid ? Optional.of(new TopicFilter(text, levels)) : Optional.empty();
    }

    static boolean isTopicName(String name) {
        return isText(name) && isPlain(name);
    }

    boolean matches(String topic) {
        // Topics that begin with $ are the server's own; a leading wildcard does not see them.
        if (topic.startsWith("$") && isWildcard(levels.get(0))) {
            return false;
        }
        List<String> names = split(topic);
        int fixed = endsInHash() ? levels.size() - 1 : levels.size();
        // "a/#" matches its parent "a" too.
        boolean longEnough = endsInHash() ? names.size() >= fixed : names.size() == fixed;
        return longEnough && IntStream.range(0, fixed).allMatch(i -> fits(levels.get(i), names.get(i)));
    }

    private boolean endsInHash() {
        return levels.get(levels.size() - 1).equals("#");
    }

    private static boolean fits(String level, String name) {
        return level.equals("+") || level.equals(name);
    }

    private static List<String> split(String text) {
        return List.of(text.split("/", -1));
    }

    private static boolean isText(String text) {
        return !text.isEmpty() && text.indexOf('\0') < 0;
    }

    private static boolean isLevel(String level) {
        return isWildcard(level) || isPlain(level);
    }

    private static boolean isPlain(String text) {
        return text.indexOf('+') < 0 && text.indexOf('#') < 0;
    }

    private static boolean isWildcard(String level) {
        return level.equals("+") || level.equals("#");
    }

    private static boolean hashIsLast(List<String> levels) {
        int first = levels.indexOf("#");
        return first < 0 || first == levels.size() - 1;
    }
}
