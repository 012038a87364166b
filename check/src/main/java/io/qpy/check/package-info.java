/** Finds what a script has that the module would refuse, without running it. */
package io.qpy.check;
