/** The seam between a Python module's facade and its host object. Nothing here knows GraalVM. */
package io.qpy.module;
