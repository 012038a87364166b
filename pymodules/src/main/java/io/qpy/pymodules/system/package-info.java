/** Of the vendor's modules those of the system: what the firmware keeps beside the file system. */
package io.qpy.pymodules.system;
