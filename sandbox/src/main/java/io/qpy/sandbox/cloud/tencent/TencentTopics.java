package io.qpy.sandbox.cloud.tencent;

import io.qpy.sandbox.cloud.DeviceId;
import io.qpy.sandbox.cloud.TopicBook;
import java.util.List;

/**
 * The topics of facts.md 4.15 and 4.16, and those of Tencent's pages on gateways, broadcasts, RRPC, remote
 * configuration and logs.
 */
final class TencentTopics {
    /**
     * A product's own topics can be given either direction in the cloud's console, which the sandbox does not know: all of them go both
     * ways. (In a new product {@code control} is for subscribing, {@code event} for publishing, {@code data} for both.)
     *
     * <p>10 slashes, where another page says 6 (facts.md 4.14). Unconfirmed: that a refused message is dropped and the
     * connection stays.
     */
    static final TopicBook BOOK = new TopicBook(
            "Tencent",
            List.of(
                    "{product}/{device}/#",
                    "$thing/up/+/{product}/{device}",
                    "$shadow/operation/{product}/{device}",
                    "$ota/report/{product}/{device}",
                    "$gateway/operation/{product}/{device}",
                    "$sys/operation/{product}/{device}",
                    "$config/report/{product}/{device}",
                    "$config/operation/{product}/{device}",
                    "$log/operation/{product}/{device}",
                    "$log/report/{product}/{device}",
                    "$resource/up/service/{product}/{device}",
                    "$rrpc/txd/{product}/{device}/+"),
            List.of(
                    "{product}/{device}/#",
                    "$thing/down/+/{product}/{device}",
                    "$shadow/operation/result/{product}/{device}",
                    "$ota/update/{product}/{device}",
                    "$gateway/operation/result/{product}/{device}",
                    "$sys/operation/result/{product}/{device}",
                    "$config/operation/result/{product}/{device}",
                    "$log/operation/result/{product}/{device}",
                    "$resource/down/service/{product}/{device}",
                    "$broadcast/rxd/{product}/{device}",
                    "$rrpc/rxd/{product}/{device}/+"),
            255,
            10,
            16 * 1024,
            false);

    private TencentTopics() {}

    static String data(DeviceId id) {
        return "%s/%s/data".formatted(id.product(), id.name());
    }

    /** A system topic: {@code $sys/operation/<product>/<device>}. */
    static String of(String system, DeviceId id) {
        return "%s/%s/%s".formatted(system, id.product(), id.name());
    }

    static String thing(String direction, String kind, DeviceId id) {
        return "$thing/%s/%s/%s/%s".formatted(direction, kind, id.product(), id.name());
    }

    static String shadow(DeviceId id) {
        return "$shadow/operation/%s/%s".formatted(id.product(), id.name());
    }

    static String shadowResult(DeviceId id) {
        return "$shadow/operation/result/%s/%s".formatted(id.product(), id.name());
    }
}
