package io.qpy.sandbox.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalTest {
    private final Journal journal = new Journal();

    @Test
    void keepsTheNewest() {
        for (int i = 0; i <= 10_000; i++) {
            journal.add(new Event.NtpRequest("peer", i));
        }
        List<Event.NtpRequest> kept = journal.events(Event.NtpRequest.class);
        assertEquals(10_000, kept.size());
        assertEquals(1, kept.get(0).version());
    }

    @Test
    void tellsItsListeners() {
        List<Event> told = new ArrayList<>();
        journal.onEvent(told::add);
        journal.add(new Event.NtpRequest("peer", 3));
        assertEquals(journal.events(), told);
    }

    @Test
    void waitsForAnEvent() throws Exception {
        Thread later = new Thread(() -> journal.add(new Event.NtpRequest("later", 3)));
        later.start();
        assertEquals(
                "later",
                journal.await(Event.NtpRequest.class, e -> true, Duration.ofSeconds(10))
                        .peer());
        later.join();
    }

    @Test
    void saysWhatItSawInstead() {
        journal.add(new Event.NtpRequest("peer", 3));
        AssertionError thrown = assertThrows(
                AssertionError.class, () -> journal.await(Event.MqttConnect.class, e -> true, Duration.ZERO));
        assertTrue(thrown.getMessage().contains("ntp request of peer, version 3"), thrown.getMessage());
    }

    @Test
    void showsPayloadsOnOneLine() {
        assertEquals("\"a\\u000a\\\"\" (3 bytes)", Payload.of("a\n\"").toString());
        assertTrue(Payload.of("x".repeat(500)).toString().length() < 120);
    }
}
