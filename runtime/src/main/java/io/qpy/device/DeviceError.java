package io.qpy.device;

import java.util.List;

/**
 * What a device part throws when a script must see a Python exception. The seam turns it into that exception; no
 * other Java exception is meant to reach a script.
 */
public final class DeviceError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pythonType;
    private final transient List<Object> arguments;

    private DeviceError(String pythonType, Object... arguments) {
        super(pythonType + List.of(arguments), null, false, false);
        this.pythonType = pythonType;
        this.arguments = List.of(arguments);
    }

    /** An exception of a built-in Python type, for instance {@code of("ValueError", "timeout")}. */
    public static DeviceError of(String pythonType, Object... arguments) {
        return new DeviceError(pythonType, arguments);
    }

    /** {@code OSError(errno)}, as the firmware raises it: one positive Linux number, no text. */
    public static DeviceError os(Errno errno) {
        return new DeviceError("OSError", errno.code());
    }

    /** Whether it is {@code OSError(errno)}. */
    public boolean isOs(Errno errno) {
        return pythonType.equals("OSError") && arguments.equals(List.of(errno.code()));
    }

    public String pythonType() {
        return pythonType;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
