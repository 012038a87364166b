package io.qpy.wiring;

/** How time passes; the names are what a person writes. */
public enum TimeMode {
    real,
    virtual
}
