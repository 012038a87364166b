/** The host objects of the modules that the firmware ships, and their list. */
package io.qpy.firmware;
