package io.qpy.device;

import java.util.Optional;

/**
 * The demonstration devices of a simulated network: what a script that leaves its identity blank, as the
 * documentation's examples do, logs in with. Without a simulated network there are none, and a blank is an error.
 */
public interface CloudDemo {
    /**
     * A device that is registered in the cloud.
     *
     * @param secret one device's: Alibaba's DeviceSecret, or Tencent's psk in base64
     * @param clientId Alibaba's; empty with Tencent, where it follows from product and device
     * @param topic the device's own, which it may both publish and subscribe to
     */
    record Account(String product, String device, String secret, String clientId, String topic) {}

    Optional<Account> aliyun();

    Optional<Account> tencent();

    /**
     * The demonstration device has subscribed: the cloud's console now sends it the messages that the documentation's
     * example waits for, and says so. Returns at once; a second call for the same topic changes nothing.
     *
     * @param cloud {@code "aliyun"} or {@code "tencent"}
     */
    void subscribed(String cloud, String topic);

    /** No demonstration devices: every blank is an error. */
    static CloudDemo none() {
        return new CloudDemo() {
            @Override
            public Optional<Account> aliyun() {
                return Optional.empty();
            }

            @Override
            public Optional<Account> tencent() {
                return Optional.empty();
            }

            @Override
            public void subscribed(String cloud, String topic) {
                throw new IllegalStateException("there is no demonstration device");
            }
        };
    }
}
