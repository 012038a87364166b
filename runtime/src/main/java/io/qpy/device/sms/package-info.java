/** Short messages: their encoding, the stores of the module, and the message centre at the other end. */
package io.qpy.device.sms;
