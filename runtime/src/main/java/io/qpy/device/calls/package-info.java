/** Telephone calls, and who is at the other end. */
package io.qpy.device.calls;
