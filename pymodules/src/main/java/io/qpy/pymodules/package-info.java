/** The vendor's modules, and their list; a host object is in a package of its module's name, or of its field. */
package io.qpy.pymodules;
