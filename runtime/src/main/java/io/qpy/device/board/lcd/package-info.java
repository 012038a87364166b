/** The module's display: what a script draws on it, and how a person sees that. */
package io.qpy.device.board.lcd;
