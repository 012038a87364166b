/** Runs a script on a device: the only package that imports GraalVM. */
package io.qpy.runtime;
