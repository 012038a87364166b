package io.qpy.wiring.modbus;

/** A request that a slave answers with an exception code. The message is for the person. */
final class ModbusException extends Exception {
    private static final long serialVersionUID = 1;

    static final int ILLEGAL_FUNCTION = 1;
    static final int ILLEGAL_ADDRESS = 2;
    static final int ILLEGAL_VALUE = 3;

    private final int code;

    ModbusException(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    int code() {
        return code;
    }
}
