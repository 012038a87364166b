/** The radio: SIM card, registration, packet data, and what is kept of its settings. */
package io.qpy.device.modem;
