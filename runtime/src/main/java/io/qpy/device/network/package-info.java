/** The device's only way out: names, TCP and UDP. */
package io.qpy.device.network;
