/** A time server. */
package io.qpy.sandbox.ntp;
