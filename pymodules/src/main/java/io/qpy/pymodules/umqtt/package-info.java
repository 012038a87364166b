/** The host of {@code umqtt}: Paho's client over the device's network. */
package io.qpy.pymodules.umqtt;
