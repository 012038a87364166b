/** The ways by which programs reach a device's serial port: a socket, RFC 2217, a pseudo-terminal. */
package io.qpy.repl.serve;
