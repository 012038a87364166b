package io.qpy.sandbox.cloud;

import static io.qpy.sandbox.journal.Event.brief;
import static io.qpy.sandbox.journal.Event.quoted;

import io.qpy.sandbox.mqtt.Message;
import io.qpy.sandbox.mqtt.TopicRules;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A device publishes and subscribes to its own topics only. */
public final class OwnTopics implements TopicRules {
    private static final String PRODUCT = "{product}";
    private static final String DEVICE = "{device}";
    private static final String NOT_ITS_OWN = "it is none of the device's own";

    private final TopicBook book;
    private final DeviceId id;
    private final SubDevices behind;

    /** {@code behind} are those whose topics are this connection's, too. */
    public OwnTopics(TopicBook book, DeviceId id, SubDevices behind) {
        this.book = book;
        this.id = id;
        this.behind = behind;
    }

    @Override
    public Optional<String> objectionToPublish(Message message) {
        if (message.qos() == 2) {
            return Optional.of("%s knows no QoS 2; send it with 0 or 1".formatted(book.cloud()));
        }
        if (message.payload().size() > book.payloadBytes()) {
            return Optional.of("its %d bytes are more than %s takes, %d"
                    .formatted(message.payload().size(), book.cloud(), book.payloadBytes()));
        }
        return objection(message.topic(), book.publish(), "publish");
    }

    @Override
    public Optional<String> objectionToSubscribe(String filter, int qos) {
        if (qos == 2) {
            return Optional.of("%s knows no QoS 2; ask for 0 or 1".formatted(book.cloud()));
        }
        return objection(filter, book.subscribe(), "subscribe to");
    }

    @Override
    public boolean refusalEnds() {
        return book.refusalEnds();
    }

    @Override
    public boolean retains() {
        return false;
    }

    /** Alibaba's newer pages offer wills for MQTT 5 only (facts.md 3.27), Tencent has none (facts.md 4.13). */
    @Override
    public Optional<String> objectionToWill(Message will) {
        return Optional.of("it is a will, and %s publishes none".formatted(book.cloud()));
    }

    private Optional<String> objection(String topic, List<String> patterns, String verb) {
        int bytes = topic.getBytes(StandardCharsets.UTF_8).length;
        long slashes = topic.chars().filter(c -> c == '/').count();
        if (bytes > book.topicBytes()) {
            return Optional.of("the topic's %d bytes are more than %d".formatted(bytes, book.topicBytes()));
        }
        if (slashes > book.slashes()) {
            return Optional.of("the topic's %d slashes are more than %d".formatted(slashes, book.slashes()));
        }
        List<String> levels = split(topic);
        return isOwn(levels, patterns) || behind.all().anyMatch(sub -> of(sub).isOwn(levels, patterns))
                ? Optional.empty()
                : Optional.of(why(levels, patterns, verb));
    }

    private OwnTopics of(DeviceId sub) {
        return new OwnTopics(book, sub, new SubDevices());
    }

    private boolean isOwn(List<String> levels, List<String> patterns) {
        return patterns.stream().anyMatch(pattern -> fits(split(pattern), levels));
    }

    private boolean fits(List<String> pattern, List<String> levels) {
        boolean open = last(pattern).equals("#");
        int fixed = open ? pattern.size() - 1 : pattern.size();
        boolean longEnough = open ? levels.size() > fixed : levels.size() == fixed;
        return longEnough && mismatch(pattern, levels, fixed) == fixed;
    }

    /** The first level that differs. A wildcard in a filter fits only where the pattern has one. */
    private int mismatch(List<String> pattern, List<String> levels, int fixed) {
        return IntStream.range(0, Math.min(fixed, levels.size()))
                .filter(i -> !fits(pattern.get(i), levels.get(i)))
                .findFirst()
                .orElse(Math.min(fixed, levels.size()));
    }

    private boolean fits(String pattern, String level) {
        return switch (pattern) {
            case PRODUCT -> level.equals(id.product());
            case DEVICE -> level.equals(id.name());
            case "+" -> !level.equals("#");
            default -> level.equals(pattern);
        };
    }

    /** By the pattern that fits longest; what is wrong is the level after. */
    private String why(List<String> levels, List<String> patterns, String verb) {
        List<String> best = List.of("#");
        int reached = -1;
        for (String text : patterns) {
            List<String> pattern = split(text);
            int fixed = last(pattern).equals("#") ? pattern.size() - 1 : pattern.size();
            int at = mismatch(pattern, levels, fixed);
            if (at > reached && at < fixed) {
                reached = at;
                best = pattern;
            }
        }
        String own = String.join("/", best).replace(PRODUCT, id.product()).replace(DEVICE, id.name());
        String wrong = reached < 0 || reached >= levels.size()
                ? NOT_ITS_OWN
                : diagnosis(best.get(reached), levels.get(reached));
        return "%s. The device may %s only its own topics; the nearest is %s".formatted(wrong, verb, quoted(own));
    }

    private String diagnosis(String pattern, String level) {
        if (level.equals("+") || level.equals("#")) {
            return "a wildcard may not stand for the product or the device";
        }
        if (pattern.equals(DEVICE)) {
            return level.equals(id.product())
                    ? "product and device are swapped"
                    : "%s is not its name, which is %s".formatted(brief(level), brief(id.name()));
        }
        if (pattern.equals(PRODUCT)) {
            return level.isEmpty()
                    ? "the topic begins with a slash too many"
                    : "%s is not its product, which is %s".formatted(brief(level), brief(id.product()));
        }
        return NOT_ITS_OWN;
    }

    private static List<String> split(String topic) {
        return List.of(topic.split("/", -1));
    }

    private static String last(List<String> levels) {
        return levels.get(levels.size() - 1);
    }
}
