package io.qpy.pymodules.umqtt;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttToken;

/** The end of one of Paho's operations, as a future: what waits for it answers to an interruption. */
final class Completion extends CompletableFuture<IMqttToken> implements IMqttActionListener {
    @Override
    public void onSuccess(IMqttToken token) {
        complete(token);
    }

    @Override
    public void onFailure(IMqttToken token, Throwable exception) {
        completeExceptionally(exception);
    }

    /** Waits; null when the operation has succeeded, else why it has not. */
    static Throwable failure(CompletableFuture<IMqttToken> operation, int seconds) throws InterruptedException {
        try {
            operation.get(seconds, TimeUnit.SECONDS);
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (TimeoutException e) {
            return e;
        }
    }
}
