/** How programs reach a device's prompt over a serial line: who may attach, and what is told to whom. */
package io.qpy.repl.serve;
