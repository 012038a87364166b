/**
 * The far end of a serial line, for the prompt's port and for UARTs alike. {@link io.qpy.serial.SerialAddress} reads what a
 * person wrote, such as {@code "tcp:127.0.0.1:9000"}, and opens a {@link io.qpy.serial.SerialLine}. What comes in goes to a
 * {@link io.qpy.serial.LineOwner}:
 *
 * <pre>{@code
 * SerialLine line = SerialAddress.parse("tcp:127.0.0.1:9000").open(folder, owner);
 * line.configure(new LineSettings(9600, 8, LineSettings.Parity.NONE, 1));
 * line.send(bytes, 0, bytes.length);
 * line.close();
 * }</pre>
 *
 * Depends on nothing of qpy.
 */
package io.qpy.serial;
