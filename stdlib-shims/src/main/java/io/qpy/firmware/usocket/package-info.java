/** Sockets as a script holds them: {@code usocket} and {@code uselect}. Nothing here blocks outside of the device's waits. */
package io.qpy.firmware.usocket;
