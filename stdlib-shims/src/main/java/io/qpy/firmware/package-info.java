/** The host objects of MicroPython's modules, and their list. */
package io.qpy.firmware;
