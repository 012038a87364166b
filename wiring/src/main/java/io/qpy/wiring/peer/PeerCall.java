package io.qpy.wiring.peer;

import io.qpy.module.Exposed;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One call of a method of a peer's, which the board makes; the driver {@code _peer} takes it from its queue. */
final class PeerCall {
    /** What a method gives, or what is done in the place of a call. */
    enum Want {
        /** Nothing. Who has made the call does not wait for it. */
        NOTHING,
        /** The same of a method that a peer need not have. */
        TOLD,
        /** True or False; None is True. */
        TRUTH,
        /** So many bytes as the call's last argument says, a number, or has, bytes. */
        BYTES,
        /** An attribute of the method's name gets the argument. */
        ATTRIBUTE
    }

    private final String method;
    private final Want want;
    private final List<Object> arguments;
    private final Consumer<String> person;
    private final CompletableFuture<Object> answer = new CompletableFuture<>();

    /** @param person is told what the peer fails at */
    PeerCall(String method, Want want, List<Object> arguments, Consumer<String> person) {
        this.method = method;
        this.want = want;
        this.arguments = List.copyOf(arguments);
        this.person = person;
    }

    @Exposed
    String method() {
        return method;
    }

    /** In small letters. */
    @Exposed
    String want() {
        return want.name().toLowerCase(Locale.ROOT);
    }

    @Exposed
    List<Object> arguments() {
        return arguments;
    }

    @Exposed
    void giveBytes(byte[] bytes) {
        answer.complete(bytes);
    }

    @Exposed
    void giveTruth(boolean truth) {
        answer.complete(truth);
    }

    /** The method has failed, or has given what is none of what is wanted. */
    @Exposed
    void fail(String what) {
        person.accept(what);
        answer.complete(null);
    }

    /** Complete with null where it has failed; cancelled where nobody waits any more. */
    CompletableFuture<Object> answer() {
        return answer;
    }

    void tell(String what) {
        person.accept(what);
    }
}
