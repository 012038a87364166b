package io.qpy.sandbox.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of MQTT 3.1.1 section 4.7, and its edges. */
class TopicFilterTest {

    @ParameterizedTest
    @CsvSource({
        "sport/tennis/player1/#, sport/tennis/player1, true",
        "sport/tennis/player1/#, sport/tennis/player1/ranking, true",
        "sport/tennis/player1/#, sport/tennis/player1/score/wimbledon, true",
        "sport/tennis/player1/#, sport/tennis/player2, false",
        "sport/#, sport, true",
        "sport/#, sports, false",
        "#, a/b, true",
        "#, /, true",
        "#, $SYS/a, false",
        "+/monitor/Clients, $SYS/monitor/Clients, false",
        "$SYS/#, $SYS/a, true",
        "$SYS/monitor/+, $SYS/monitor/Clients, true",
        "sport/tennis/+, sport/tennis/player1, true",
        "sport/tennis/+, sport/tennis/player1/ranking, false",
        "sport/+, sport, false",
        "sport/+, sport/, true",
        "+/+, /finance, true",
        "/+, /finance, true",
        "+, /finance, false",
        "+/#, a, true",
        "a/b, a/b, true",
        "a/b, A/b, false",
        "a/b, a/b/c, false",
        "a/b/c, a/b, false",
    })
    void matches(String filter, String topic, boolean expected) {
        assertEquals(expected, TopicFilter.parse(filter).orElseThrow().matches(topic));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sport/tennis#", "sport/tennis/#/ranking", "sport+", "+a", "a\0b", "##", "a/#/#"})
    void refuses(String filter) {
        assertTrue(TopicFilter.parse(filter).isEmpty());
    }
}
