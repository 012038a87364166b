/** The module's board: its pins, what they are connected to, and what else a script reaches through {@code machine}. */
package io.qpy.device.board;
