/** The walls inside GraalPy: what of its internals a script could reach past the context's denials, taken out or bounded. */
package io.qpy.runtime.graalpy;
