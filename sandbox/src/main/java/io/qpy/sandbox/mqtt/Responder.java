package io.qpy.sandbox.mqtt;

import java.util.List;

/** What the server itself answers to a message that was passed on. Called on the reactor's thread. */
@FunctionalInterface
public interface Responder {
    Responder SILENT = message -> List.of();

    /** Published like any other: who has not subscribed to an answer does not see it. */
    List<Message> answers(Message message);
}
