package io.qpy.pymodules.umqtt;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttToken;

/** The end of one of Paho's operations, as a future: what waits for it answers to an interruption. */
final class Completion extends CompletableFuture<IMqttToken> implements IMqttActionListener {
    private volatile IMqttToken token;

    /** What Paho gave for the operation. */
    void follow(IMqttToken newToken) {
        token = newToken;
    }

    /** The connection is lost, and Paho may not report any more what it knows. */
    void settle(Throwable loss) {
        IMqttToken known = token;
        if (known != null && known.isComplete() && known.getException() == null) {
            complete(known);
        } else {
            completeExceptionally(loss);
        }
    }

    @Override
    public void onSuccess(IMqttToken done) {
        complete(done);
    }

    @Override
    public void onFailure(IMqttToken failed, Throwable exception) {
        completeExceptionally(exception);
    }

    /** Null when the operation has succeeded, else why it has not. One that is not complete ends, with a TimeoutException. */
    static Throwable failure(CompletableFuture<IMqttToken> operation) {
        operation.completeExceptionally(new TimeoutException("nothing came in time"));
        try {
            operation.join();
            return null;
        } catch (CompletionException e) {
            return e.getCause();
        }
    }
}
