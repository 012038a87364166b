package io.qpy.sandbox.cloud;

import java.util.LinkedHashMap;
import java.util.Map;

/** The products and devices of one cloud. Immutable. */
public record Accounts(Map<String, Product> products, boolean strict) {
    public static final Accounts NONE = builder().build();

    /**
     * A product and its devices.
     *
     * @param secret for registration (one product, one secret); empty if unknown
     * @param devices by their names
     */
    public record Product(String secret, Map<String, Device> devices) {}

    /**
     * A device's key.
     *
     * @param secret empty until the device has registered
     * @param activated since its first log-in; it cannot register again
     */
    public record Device(String secret, boolean activated) {}

    public static Builder builder() {
        return new Builder();
    }

    public static final class Builder {
        private final Map<String, String> secrets = new LinkedHashMap<>();
        private final Map<String, Map<String, Device>> devices = new LinkedHashMap<>();
        private boolean strict;

        private Builder() {}

        /** {@code secret} is empty for a product whose devices all have secrets of their own. */
        public Builder product(String product, String secret) {
            secrets.put(product, secret);
            return this;
        }

        /** An empty secret: registered, and not yet activated. */
        public Builder device(String product, String name, String secret) {
            return device(product, name, new Device(secret, !secret.isEmpty()));
        }

        public Builder device(String product, String name, Device device) {
            secrets.putIfAbsent(product, "");
            devices.computeIfAbsent(product, unused -> new LinkedHashMap<>()).put(name, device);
            return this;
        }

        /** Whether a device that is not listed is refused; otherwise it is let in unchecked, with a note. */
        public Builder strict(boolean refuses) {
            strict = refuses;
            return this;
        }

        public Accounts build() {
            Map<String, Product> products = new LinkedHashMap<>();
            secrets.forEach((key, secret) ->
                    products.put(key, new Product(secret, Map.copyOf(devices.getOrDefault(key, Map.of())))));
            return new Accounts(Map.copyOf(products), strict);
        }
    }
}
