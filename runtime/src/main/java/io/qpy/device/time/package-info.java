/** How time passes for a device: as on this PC, or from one thing that is due to the next. */
package io.qpy.device.time;
