/** The module's sleep: {@code pm}. */
package io.qpy.pymodules.power;
