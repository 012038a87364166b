/** New firmware for the module. */
package io.qpy.device.update;
