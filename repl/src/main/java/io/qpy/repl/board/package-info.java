/**
 * The device's prompt as other programs meet it on a serial port: MicroPython's friendly and raw REPL, byte by byte as
 * its documentation (reference/repl.rst) and its tool mpremote expect them. Nothing here knows JLine or GraalVM.
 */
package io.qpy.repl.board;
