package io.qpy.device.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class AgendaTest {
    private final Agenda agenda = new Agenda();

    private Agenda.Entry add(long moment) {
        return agenda.add(moment, null, () -> {});
    }

    @Test
    void nothingIsDueWhenEmpty() {
        assertEquals(Time.FOR_EVER, agenda.next());
        assertNull(agenda.take());
    }

    @Test
    void takesTheEarliestFirst() {
        Agenda.Entry late = add(30);
        Agenda.Entry early = add(10);
        assertEquals(10, agenda.next());
        assertEquals(early, agenda.take());
        assertEquals(late, agenda.take());
    }

    @Test
    void keepsTheOrderOfEntriesAtOneMoment() {
        Agenda.Entry first = add(10);
        Agenda.Entry second = add(10);
        assertEquals(first, agenda.take());
        assertEquals(second, agenda.take());
    }

    @Test
    void removesOneOfSeveralAtOneMoment() {
        Agenda.Entry first = add(10);
        Agenda.Entry second = add(10);
        agenda.remove(first);
        assertEquals(second, agenda.take());
        assertEquals(Time.FOR_EVER, agenda.next());
    }

    @Test
    void removesWhatWasTakenWithoutEffect() {
        Agenda.Entry taken = add(10);
        assertEquals(taken, agenda.take());
        Agenda.Entry other = add(20);
        agenda.remove(taken);
        assertEquals(other, agenda.take());
    }
}
