package io.qpy.serial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The server's side: what comes from the client, what goes back. */
class Rfc2217Test {
    private static final int IAC = 255;
    private static final int DO = 253;
    private static final int DONT = 254;
    private static final int WILL = 251;
    private static final int WONT = 252;
    private static final int SB = 250;
    private static final int SE = 240;
    private static final int COM_PORT = 44;

    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final Rfc2217Server line = new Rfc2217Server(answers);

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private void receive(int... values) {
        byte[] bytes = bytes(values);
        line.decode(bytes, bytes.length, data::write);
    }

    private void assertAnswers(int... values) {
        assertArrayEquals(bytes(values), answers.toByteArray());
        answers.reset();
    }

    @Test
    void passesDataOnAndUndoublesTheEscape() {
        receive('a', IAC, IAC, 'b', 0);
        assertArrayEquals(bytes('a', IAC, 'b', 0), data.toByteArray());
        assertAnswers();
    }

    @Test
    void doublesTheEscapeInDataThatGoesOut() throws IOException {
        line.encoder().write(bytes('a', IAC, 'b'));
        assertAnswers('a', IAC, IAC, 'b');
        line.encoder().write(IAC);
        assertAnswers(IAC, IAC);
    }

    @Test
    void aCommandMayComeInPieces() {
        receive('a', IAC);
        receive(DO);
        receive(3, 'b');
        assertEquals("ab", data.toString(StandardCharsets.US_ASCII));
        assertAnswers(IAC, WILL, 3);
    }

    @Test
    void agreesOnceToAnOptionThatItKnows() {
        receive(IAC, DO, 0, IAC, WILL, 0);
        assertAnswers(IAC, WILL, 0, IAC, DO, 0);
        receive(IAC, DO, 0, IAC, WILL, 0);
        assertAnswers();
    }

    @Test
    void declinesWhatItDoesNotKnow() {
        receive(IAC, DO, 31, IAC, WILL, 24);
        assertAnswers(IAC, WONT, 31, IAC, DONT, 24);
    }

    @Test
    void declinesTheClientsEchoButEchoesItself() {
        receive(IAC, WILL, 1, IAC, DO, 1);
        assertAnswers(IAC, DONT, 1, IAC, WILL, 1);
    }

    @Test
    void tellsOfTheCarrierWhenTheLineIsAgreedOn() {
        receive(IAC, WILL, COM_PORT);
        assertAnswers(IAC, DO, COM_PORT, IAC, SB, COM_PORT, 107, 0xb0, IAC, SE);
    }

    @Test
    void acknowledgesASettingWithItsValue() {
        receive(IAC, SB, COM_PORT, 1, 0, 1, 0xc2, 0, IAC, SE, 'x');
        assertAnswers(IAC, SB, COM_PORT, 101, 0, 1, 0xc2, 0, IAC, SE);
        assertEquals("x", data.toString(StandardCharsets.US_ASCII));
    }

    @Test
    void undoublesAndDoublesTheEscapeInASetting() {
        receive(IAC, SB, COM_PORT, 1, IAC, IAC, 0, IAC, SE);
        assertAnswers(IAC, SB, COM_PORT, 101, IAC, IAC, 0, IAC, SE);
    }

    @Test
    void namesItselfWhenAsked() {
        receive(IAC, SB, COM_PORT, 0, IAC, SE);
        assertAnswers(IAC, SB, COM_PORT, 100, 'q', 'p', 'y', IAC, SE);
    }

    @Test
    void overlooksSettingsOfOtherOptionsAndNumbersThatAreNone() {
        receive(IAC, SB, 24, 1, IAC, SE);
        receive(IAC, SB, COM_PORT, 99, 1, IAC, SE);
        receive(IAC, SB, COM_PORT, 200, 1, IAC, SE);
        receive(IAC, SB, IAC, SE);
        assertAnswers();
    }

    @Test
    void keepsNoMoreThanTheBeginningOfAnEndlessSetting() {
        receive(IAC, SB, COM_PORT, 1);
        for (int i = 0; i < 1000; i++) {
            receive(7);
        }
        receive(IAC, SE);
        assertEquals(4 + 254 + 2, answers.size());
        answers.reset();
        receive('x');
        assertEquals("x", data.toString(StandardCharsets.US_ASCII));
    }
}
