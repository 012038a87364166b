/** The host objects of the module as a piece of hardware: {@code misc}. */
package io.qpy.pymodules.hardware;
