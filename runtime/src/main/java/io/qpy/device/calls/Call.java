package io.qpy.device.calls;

/**
 * A call.
 *
 * @param id 1 and up
 * @param isIncoming whether the other end began it
 * @param number the other end's
 */
public record Call(int id, boolean isIncoming, String number) {
    /** How far a call is, with the numbers of the module's event and of the state that it tells (facts-board.md B6.4). */
    public enum State {
        DIALLING(14, 2),
        ALERTING(15, 3),
        RINGING(10, 4),
        WAITING(13, 5),
        ACTIVE(11, 0),
        ENDED(12, 6);

        private final int event;
        private final int number;

        State(int event, int number) {
            this.event = event;
            this.number = number;
        }

        public int event() {
            return event;
        }

        public int number() {
            return number;
        }
    }

    /**
     * A call that has ended.
     *
     * @param lasted nanoseconds since it was answered; 0 if it never was
     */
    public record Past(Call call, long lasted) {}
}
