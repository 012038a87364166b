/** The vendor's module {@code voiceCall}, and the other end that tests and other terminals are. */
package io.qpy.pymodules.calls;
