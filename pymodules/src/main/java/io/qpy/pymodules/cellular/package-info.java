/** The host objects of what a cellular module is: {@code modem}, {@code sim}, {@code net}, {@code dataCall}. */
package io.qpy.pymodules.cellular;
