/** The simulated device and its parts. Nothing here knows Python or GraalVM. */
package io.qpy.device;
