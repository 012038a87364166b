/** What the module plays, says and records, in the device's time; no sound leaves it. */
package io.qpy.device.sound;
