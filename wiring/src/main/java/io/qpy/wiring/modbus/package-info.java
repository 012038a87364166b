/** A Modbus slave on a UART, made from a table of registers. */
package io.qpy.wiring.modbus;
