package io.qpy.sandbox.cloud;

import java.util.List;

/**
 * A cloud's topics: levels, of which {@code {product}} and {@code {device}} stand for the device's own, {@code +} for any one and a last
 * {@code #} for one or more.
 *
 * @param refusalEnds whether a message on a topic that is not the device's ends its connection
 */
public record TopicBook(
        String cloud,
        List<String> publish,
        List<String> subscribe,
        int topicBytes,
        int slashes,
        int payloadBytes,
        boolean refusalEnds) {

    public TopicBook {
        publish = List.copyOf(publish);
        subscribe = List.copyOf(subscribe);
    }
}
