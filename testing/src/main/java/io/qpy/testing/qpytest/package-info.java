/** The host objects of {@code qpytest}: the door through which a test reaches its device and the sandbox. */
package io.qpy.testing.qpytest;
