package io.qpy.pymodules.umqtt;

/**
 * Wakes the thread that starts another of Paho's threads. Paho 1.2.5 looks whether the other runs before it can, and then
 * sleeps for a tenth of a second, three times a connection ({@code CommsReceiver.start}, {@code CommsSender.start},
 * {@code CommsCallback.start}); an interruption ends such a sleep, and it looks again.
 */
final class LateStart implements Runnable {
    private static final String STARTERS = "org.eclipse.paho.client.mqttv3.internal.Comms";
    private static final int PAUSE_NANOS = 200_000;

    private final Thread starting;

    private LateStart(Thread starting) {
        this.starting = starting;
    }

    /** Wakes a thread that is in one of these methods, until it leaves it. */
    static void hurry(Thread starting) {
        Thread thread = new Thread(new LateStart(starting), "qpy-mqtt-start");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            StackTraceElement[] stack = starting.getStackTrace();
            while (isStarting(stack)) {
                if (isAsleep(stack)) {
                    starting.interrupt();
                }
                Thread.sleep(0, PAUSE_NANOS);
                stack = starting.getStackTrace();
            }
        } catch (InterruptedException e) {
            // Then it sleeps to the end.
        }
    }

    private static boolean isStarting(StackTraceElement... stack) {
        for (StackTraceElement each : stack) {
            if (each.getMethodName().equals("start") && each.getClassName().startsWith(STARTERS)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAsleep(StackTraceElement... stack) {
        return stack[0].getClassName().equals(Thread.class.getName())
                && stack[0].getMethodName().startsWith("sleep");
    }
}
