/** The vendor's module {@code sms}, and the message centre that tests and other terminals are. */
package io.qpy.pymodules.sms;
