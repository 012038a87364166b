/** The device's console: what a script prints, and what a person types. */
package io.qpy.device.console;
