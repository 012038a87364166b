package io.qpy.wiring;

import io.qpy.device.Code;
import io.qpy.module.Command;
import io.qpy.module.Refusal;
import io.qpy.sandbox.cloud.DeviceState;
import io.qpy.sandbox.journal.Event;
import io.qpy.sandbox.journal.Payload;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** {@code qpy cloud}: the clouds' console of one running qpy. The words are a verb, and a topic and a message for {@code send}. */
public final class CloudConsole implements Command {
    private static final long LOOK = 100; // ms, until a watcher that is gone is noticed

    private final Clouds clouds;
    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();

    public CloudConsole(Clouds clouds) {
        this.clouds = clouds;
        clouds.sandbox().journal().onEvent(event -> watchers.forEach(watcher -> watcher.show(event)));
    }

    @Override
    public void answer(List<String> words, Reply reply) throws IOException, InterruptedException {
        switch (words.get(0)) {
            case "send" -> send(words.get(1), words.get(2), reply);
            case "devices" -> devices(reply);
            case "watch" -> watch(reply);
            default ->
                throw new Refusal(Code.USAGE, "the run that answers does not know 'qpy cloud " + words.get(0) + "'");
        }
    }

    /** Alibaba's topics begin with a slash, Tencent's with the product or a dollar sign. */
    private void send(String topic, String message, Reply reply) throws IOException {
        boolean aliyun = topic.startsWith("/");
        if (aliyun) {
            clouds.aliyun().send(topic, Payload.of(message));
        } else {
            clouds.tencent().send(topic, Payload.of(message));
        }
        reply.line("sent to " + topic + " of " + (aliyun ? "aliyun" : "tencent"));
    }

    private void devices(Reply reply) throws IOException {
        for (DeviceState device : clouds.aliyun().devices()) {
            reply.line(line("aliyun", device));
        }
        for (DeviceState device : clouds.tencent().devices()) {
            reply.line(line("tencent", device));
        }
    }

    private static String line(String cloud, DeviceState device) {
        return String.format(
                "%-8s %-40s %-11s %s",
                cloud,
                device.id().product() + " " + device.id().name(),
                device.state().name().toLowerCase(Locale.ROOT),
                device.online() ? "online" : "offline");
    }

    private void watch(Reply reply) throws InterruptedException {
        Watcher watcher = new Watcher(reply);
        watchers.add(watcher);
        while (watcher.isThere && reply.pause(LOOK)) {
            // It is told of events on other threads.
        }
        watchers.remove(watcher);
    }

    private static final class Watcher {
        private final Reply reply;
        private volatile boolean isThere = true;

        Watcher(Reply reply) {
            this.reply = reply;
        }

        void show(Event event) {
            try {
                reply.line(event.line());
            } catch (IOException e) {
                isThere = false;
            }
        }
    }
}
