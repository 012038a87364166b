package io.qpy.sandbox.cloud;

/**
 * All that a script needs to log in as one device.
 *
 * @param secret Alibaba's DeviceSecret, Tencent's base64 psk
 * @param clientId what {@code setMqtt} is given on Alibaba; Tencent makes it of product and device
 * @param topic the device's own, which it may both publish and subscribe to
 */
public record Account(String product, String device, String secret, String clientId, String topic) {
    public DeviceId id() {
        return new DeviceId(product, device);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "%s, secret %s, client id %s, topic %s".formatted(id(), Secrets.shown(secret), clientId, topic);
    }
}
