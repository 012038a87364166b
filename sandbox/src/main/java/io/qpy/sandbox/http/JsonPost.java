package io.qpy.sandbox.http;

/** A path of somebody's API, which takes POST and answers JSON. Called on the reactor's thread. */
@FunctionalInterface
public interface JsonPost {
    String answer(Call call);
}
