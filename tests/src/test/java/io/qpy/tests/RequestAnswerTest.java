package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.RawHttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a script gets for what a server sends. */
class RequestAnswerTest {
    private final TestDevice device = new TestDevice();

    private String printed(String answer, String script) throws IOException {
        return printed(out -> out.write(answer.getBytes(StandardCharsets.UTF_8)), script);
    }

    /** What a script prints that has {@code get(**keywords)}, to a server that answers so. */
    private String printed(RawHttpServer.Reply answer, String script) throws IOException {
        try (RawHttpServer server = RawHttpServer.answering(answer)) {
            device.host("host", 80, server.address());
            device.run("import request\ndef get(**kw): return request.get('http://host', **kw)\n" + script);
            assertEquals("", device.errors());
            return device.output();
        }
    }

    private static String withBody(String body) {
        return "HTTP/1.1 200 OK\r\n\r\n" + body;
    }

    @Test
    void theHeadIsAsReceived() throws Exception {
        assertEquals(
                "201 b'Very Created' utf-8\n{'date': ' Mon, 01', 'X': ' 2'}\n",
                printed(
                        "HTTP/1.1 201 Very Created\r\ndate: Mon, 01:02:03\r\nX: 1\r\nX: 2\r\n\r\n",
                        "r = get()\nprint(r.status_code, r.reason, r.encoding)\nprint(r.headers)\n"));
    }

    @Test
    void piecesAreOfTheSizeAskedFor() throws Exception {
        assertEquals(
                "['abc', 'def', 'g'] []\n",
                printed(withBody("abcdefg"), "r = get(sizeof=3)\nprint(list(r.content), list(r.text))\n"));
    }

    @Test
    void piecesAndRawReadsTakeTurns() throws Exception {
        assertEquals("b'ab' b'cde' b'fg' b'' b'hij' b''\n", printed(withBody("abcdefghij"), """
                        r = get(sizeof=2, decode=False)
                        c = r.content
                        print(next(c), r.raw.read(3), next(c), r.raw.read(0), r.raw.read(), r.raw.read())
                        """));
    }

    /** What is taken ahead of the script is 257 pieces of 255 bytes; a read by itself ends amid the next of them. */
    @Test
    void aRawReadGoesBeyondWhatWasTakenAhead() throws Exception {
        StringBuilder body = new StringBuilder();
        for (int number = 0; number < 30_000; number++) {
            body.append(String.format("%05d", number));
        }
        assertEquals("255 65535 13158 150000 b''\n", printed(withBody(body.toString()), """
                        r = get()
                        c = r.content
                        first, raw, then = next(c), r.raw.read(257 * 255), next(c)
                        print(len(first), len(raw), int(then[:5]), len(first + then) + len(raw) + len(r.raw.read()), r.raw.read(9))
                        """));
    }

    @Test
    void linesOfABody() throws Exception {
        assertEquals("b'one\\n' b'tw' b'o\\n' b'th' b'ree' b''\n", printed(withBody("one\ntwo\nthree"), """
                        raw = get().raw
                        print(raw.readline(), raw.readline(2), raw.readline(), raw.read(2), raw.readline(), raw.readline())
                        """));
    }

    @Test
    void bytesOnRequest() throws Exception {
        assertEquals(
                "[b'ab'] [\"b'c'\"]\n",
                printed(withBody("abc"), "r = get(decode=False, sizeof=2)\nprint([next(r.content)], list(r.text))\n"));
    }

    @Test
    void noCharacterIsTorn() throws Exception {
        assertEquals(
                "['\u4f60', '\u597d', '\u4e16'] True\n",
                printed(
                        withBody("\u4f60\u597d\u4e16"),
                        "t = list(get(sizeof=4).text)\nprint(t, all(len(x) <= 4 for x in t))\n"));
    }

    @Test
    void whatIsNoUtf8KeepsItsBytes() throws Exception {
        assertEquals(
                "['a\\udcff', '\\udce4\\udcbd']\n",
                printed(
                        out -> {
                            out.write(withBody("a").getBytes(StandardCharsets.US_ASCII));
                            out.write(new byte[] {(byte) 0xff, (byte) 0xe4, (byte) 0xbd});
                        },
                        "print(list(get().content))\n"));
    }

    @Test
    void jsonOnceAndThenNothing() throws Exception {
        assertEquals("[1, None] None\n", printed(withBody("[1, null]"), "r = get()\nprint(r.json(), r.json())\n"));
    }

    @Test
    void whatIsNotJsonIsAValueError() throws Exception {
        String script = """
                for decode in (True, False):
                    try:
                        get(decode=decode).json()
                    except ValueError as e:
                        print(str(e)[:56])
                """;
        String text = "The data for the response cannot be converted to JSON-ty\n";
        assertEquals(text + text, printed(withBody("[1"), script));
    }

    /** What the firmware of 2021 makes of a line (facts.md 5.8). */
    @Test
    void aValueEndsAtTheSecondColon() throws Exception {
        String head = String.join(
                "\r\n",
                "HTTP/1.1 200 OK",
                "X-Time: 10:20:30",
                "x-time:a ",
                "Empty:",
                "None",
                " folded: x",
                "Set-Cookie: a=1",
                "Set-Cookie: b=2",
                "content-LENGTH : 2",
                "L: http://x/y",
                "",
                "");
        assertEquals(
                "{'X-Time': ' 10', 'x-time': 'a ', 'Empty': '', ' folded': ' x', 'Set-Cookie': ' b=2',"
                        + " 'content-LENGTH ': ' 2', 'L': ' http'}\n['ab']\n",
                printed(head + "abc", "r = get()\nprint(r.headers)\nprint(list(r.content))\n"));
    }

    /** Lengths that are none do not count: the body ends with the connection. */
    @Test
    void hostileAnswersAreAnswers() throws Exception {
        String script = "r = get()\nprint(r.status_code, list(r.content))\n";
        String[][] answers = {
            {"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nab", "200 ['ab']"},
            {"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", "200 ['ab']"},
            {"HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nab", "200 ['ab']"},
            {"HTTP/1.1 101 Switching Protocols\r\n\r\nab", "101 ['ab']"},
            {"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nA: b\r\n\r\nHTTP/1.1 200 OK\r\n\r\nab", "200 ['ab']"},
            {"HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\nab", "204 []"},
            {"HTTP/2 200\r\n\r\nab", "200 ['ab']"},
            {"HTTP/1.1 200 OK\r\nA: b", "200 []"},
            {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nab\r\n0\r\n\r\n", "200 []"},
            {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nab", "200 []"},
        };
        StringBuilder expected = new StringBuilder();
        for (String[] each : answers) {
            expected.append(each[1]).append('\n');
            printed(each[0], script);
        }
        assertEquals(expected.toString(), device.output());
    }

    @Test
    void rawIsReadAsASocketIs() throws Exception {
        assertEquals("b'ab\\n' b'c' 2 bytearray(b'd\\n') b'ef' 107\n", printed(withBody("ab\ncd\nef"), """
                        raw = get().raw
                        into = bytearray(2)
                        print(raw.readline(), raw.recv(1), raw.readinto(into), into, raw.recv(9), end=' ')
                        try:
                            raw.recv(1)
                        except OSError as e:
                            print(e.args[0])
                        """));
    }

    @Test
    void chunksAreJoined() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n";
        assertEquals("['abcde']\n", printed(answer, "print(list(get().content))\n"));
    }

    @Test
    void gzipIsNotUnpacked() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\nab";
        assertEquals(
                "['ab']  gzip\n",
                printed(answer, "r = get()\nprint(list(r.content), r.headers['Content-Encoding'])\n"));
    }

    @Test
    void redirectsAreNotFollowed() throws Exception {
        assertEquals(
                "302  /next\n",
                printed(
                        "HTTP/1.1 302 Found\r\nLocation: /next\r\nContent-Length: 0\r\n\r\n",
                        "r = get()\nprint(r.status_code, r.headers['Location'])\n"));
    }

    @Test
    void anyStatusIsAnAnswer() throws Exception {
        for (String status : new String[] {"204", "304", "401", "407", "408", "421", "503"}) {
            TestDevice fresh = new TestDevice();
            try (RawHttpServer server =
                    RawHttpServer.answering("HTTP/1.1 " + status + " x\r\nRetry-After: 0\r\n\r\n")) {
                fresh.host("host", 80, server.address());
                fresh.run("import request\nr = request.get('http://host')\nprint(r.status_code, list(r.content))\n");
            }
            assertEquals(status + " []\n", fresh.output());
        }
    }

    @Test
    void headHasNoBodyEvenIfItSentOne() throws Exception {
        String script = """
                for data in (None, 'x'):
                    r = request.head('http://host', data=data)
                    print(r.headers, list(r.content))
                """;
        assertEquals(
                "{'Content-Length': ' 5'} []\n".repeat(2),
                printed("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", script));
    }

    @Test
    void aCutOffBodyEndsAndIsExplained() throws Exception {
        assertEquals(
                "['abc']\n",
                printed("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", "print(list(get().content))\n"));
        assertTrue(device.notices().get(1).startsWith("request: no proper answer from host:80: "), this::said);
    }

    private String said() {
        return device.notices().toString();
    }

    @Test
    void closeDropsTheBody() throws Exception {
        assertEquals("[]\n", printed(withBody("abc"), "r = get()\nr.close()\nr.close()\nprint(list(r.content))\n"));
    }

    @Test
    void rawReadsPastTheResponse() throws Exception {
        assertEquals(
                "b'ab' b'cd' b''\n",
                printed(withBody("abcd"), "r = get().raw\nprint(r.read(2), r.read(), r.read(2))\n"));
    }

    @Test
    void aLargeBodyPassesThrough() throws Exception {
        int megabytes = 20;
        RawHttpServer.Reply large = out -> {
            out.write(withBody("").getBytes(StandardCharsets.US_ASCII));
            writeMegabytes(out, megabytes);
        };
        String script = "n = 0\nfor piece in get(sizeof=4096, decode=False).content: n += len(piece)\nprint(n)\n";
        assertEquals((megabytes << 20) + "\n", printed(large, script));
    }

    private static void writeMegabytes(OutputStream out, int count) throws IOException {
        byte[] megabyte = new byte[1 << 20];
        for (int i = 0; i < count; i++) {
            out.write(megabyte);
        }
    }
}
