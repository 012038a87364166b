package io.qpy.sandbox.cloud;

/** A device's name is its own only within its product. */
public record DeviceId(String product, String name) {

    /** A made-up id that nobody has must not cost more than a line. */
    private static final int SHOWN_CHARACTERS = 80;

    public DeviceId swapped() {
        return new DeviceId(name, product);
    }

    public boolean resembles(DeviceId other) {
        return product.strip().equalsIgnoreCase(other.product.strip())
                && name.strip().equalsIgnoreCase(other.name.strip());
    }

    /** For a person, and as the key of the device's session. */
    @Override
    public String toString() {
        return name + "&" + product;
    }

    public String shown() {
        String text = toString();
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
    }
}
