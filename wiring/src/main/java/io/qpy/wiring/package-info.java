/** Puts a device and its small internet together: configuration, device, modules and sandbox meet here and only here. */
package io.qpy.wiring;
