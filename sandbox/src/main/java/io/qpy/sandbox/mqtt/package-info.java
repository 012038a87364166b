/** An MQTT 3.1 and 3.1.1 broker. Everything that is not {@code public} here runs on the reactor's thread only. */
package io.qpy.sandbox.mqtt;
