/** Parts that can be connected to the module, by what their data sheets say of registers, formulas and times. */
package io.qpy.device.board.connected;
