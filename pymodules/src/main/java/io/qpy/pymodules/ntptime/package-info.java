/** NTP for the module {@code ntptime}, on Commons Net. */
package io.qpy.pymodules.ntptime;
