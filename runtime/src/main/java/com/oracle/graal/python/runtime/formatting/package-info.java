/** A class in the package of GraalPy whose own it is loaded before: qpy's jar is the first on the class path. */
package com.oracle.graal.python.runtime.formatting;
