/** The device's power, which a script switches off and on. */
package io.qpy.device.power;
