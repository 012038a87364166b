/** The modules that tell where the module is: {@code quecgnss}, {@code cellLocator}, {@code wifilocator}, {@code wifiScan}. */
package io.qpy.pymodules.position;
