package io.qpy.sandbox.cloud.aliyun;

import io.qpy.sandbox.cloud.DeviceId;
import io.qpy.sandbox.cloud.TopicBook;
import java.util.List;

/** The topics of facts.md 3.31, and those of Alibaba's pages on shadow, OTA, NTP, RRPC and sub-devices. */
final class AliyunTopics {
    /**
     * A user topic's direction is set in the cloud's console, which the sandbox does not know: all of them go both ways. (In a new product
     * {@code user/update} is for publishing and {@code user/get} for subscribing.)
     *
     * <p>Unconfirmed: the limits of length, depth and size (facts.md 3.28), and that a refused message ends the
     * connection.
     */
    static final TopicBook BOOK = new TopicBook(
            "Alibaba",
            List.of(
                    "/{product}/{device}/#",
                    "/sys/{product}/{device}/#",
                    "/broadcast/{product}/#",
                    "/shadow/update/{product}/{device}",
                    "/ota/device/inform/{product}/{device}",
                    "/ota/device/progress/{product}/{device}",
                    "/ota/device/request/{product}/{device}",
                    "/ext/ntp/{product}/{device}/request",
                    "/ext/session/{product}/{device}/combine/+",
                    "/ext/rrpc/+/#"),
            List.of(
                    "/{product}/{device}/#",
                    "/sys/{product}/{device}/#",
                    "/broadcast/{product}/#",
                    "/shadow/get/{product}/{device}",
                    "/ota/device/upgrade/{product}/{device}",
                    "/ext/ntp/{product}/{device}/response",
                    "/ext/session/{product}/{device}/combine/+",
                    "/ext/error/{product}/{device}",
                    "/ext/rrpc/+/#"),
            128,
            7,
            256 * 1024,
            true);

    private AliyunTopics() {}

    static String user(DeviceId id) {
        return "/%s/%s/user/get".formatted(id.product(), id.name());
    }

    static String system(DeviceId id, String rest) {
        return "/sys/%s/%s/%s".formatted(id.product(), id.name(), rest);
    }

    /** What follows the gateway's names in a topic about its sub-devices: {@code combine/login}, {@code thing/topo/add}; else empty. */
    static String restOfGateway(String topic, DeviceId id) {
        String session = "/ext/session/%s/%s/".formatted(id.product(), id.name());
        String system = system(id, "");
        if (topic.startsWith(session)) {
            return topic.substring(session.length());
        }
        return topic.startsWith(system) ? topic.substring(system.length()) : "";
    }

    static String shadow(String verb, DeviceId id) {
        return "/shadow/%s/%s/%s".formatted(verb, id.product(), id.name());
    }

    static String ntp(DeviceId id, String end) {
        return "/ext/ntp/%s/%s/%s".formatted(id.product(), id.name(), end);
    }
}
