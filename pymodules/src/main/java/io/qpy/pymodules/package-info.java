/** The modules that the vendor documents, and their list; each host object is in a package of its module's name. */
package io.qpy.pymodules;
