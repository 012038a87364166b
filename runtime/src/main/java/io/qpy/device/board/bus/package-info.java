/** The module's I2C, SPI and one-wire buses. */
package io.qpy.device.board.bus;
