/** The device's flash: littlefs over a folder of this PC's, with the script's folder as {@code /usr}. */
package io.qpy.device.flash;
