package io.qpy.sandbox.cloud;

import io.qpy.sandbox.mqtt.Message;
import io.qpy.sandbox.mqtt.Responder;
import java.util.List;

/** Says once in a session that neither cloud retains (facts.md 3.27, 4.13); the message goes on as any other. */
public final class RetainNote implements Responder {
    private final DeviceId id;
    private final Strangers strangers;
    private final Responder replies;
    private boolean told;

    public RetainNote(DeviceId id, Strangers strangers, Responder replies) {
        this.id = id;
        this.strangers = strangers;
        this.replies = replies;
    }

    @Override
    public List<Message> answers(Message message) {
        if (message.retain() && !told) {
            told = true;
            strangers.note(
                    id,
                    "the retain flag is ignored, the cloud retains nothing (publish's third argument is retain; a QoS is"
                            + " given by name, qos=1)");
        }
        return replies.answers(message);
    }
}
