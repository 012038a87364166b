/** The host of {@code umqtt}: Paho's messages over the device's network. */
package io.qpy.pymodules.umqtt;
