/** The vendor's module {@code audio}, and what tests and other terminals hear. */
package io.qpy.pymodules.sound;
