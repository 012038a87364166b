package io.qpy.device.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {
    @ParameterizedTest
    @CsvSource({
        "example.com, example.com",
        "Example.COM, eXample.com",
        "*.example.com, mqtt.example.com",
        "*.example.com, MQTT.Example.com",
        "10.0.0.1, 10.0.0.1",
    })
    void matchesANameAndItsWildcard(String name, String host) {
        assertEquals(true, HostNames.matches(name, host));
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, www.example.com",
        "*.example.com, example.com",
        "*.example.com, a.b.example.com",
        "*.example.com, .example.com",
        "m*.example.com, mqtt.example.com",
        "mqtt.*.com, mqtt.example.com",
        "*, localhost",
        "*.0.0.1, 10.0.0.1",
        "*.example.com, mqtt.example.org",
    })
    void aWildcardStandsForTheWholeLeftmostLabelOnly(String name, String host) {
        assertEquals(false, HostNames.matches(name, host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "1", "::1", "fe80::1"})
    void knowsAnAddress(String host) {
        assertEquals(true, HostNames.isAddress(host));
    }

    @Test
    void aNameWithDigitsIsNoAddress() {
        assertEquals(false, HostNames.isAddress("1.example"));
        assertEquals(false, HostNames.isAddress("a1"));
    }
}
