/** Where the module is, and what its receivers of satellites and the locating servers make of it. */
package io.qpy.device.position;
