package io.qpy.pymodules.request;

import io.qpy.fuzz.Parser;
import io.qpy.fuzz.Seeds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/** What a web server answers. */
public final class HttpAnswerParser implements Parser {
    private static final int BLOCK = 100;

    @Override
    @SuppressWarnings("StringConcatToTextBlock") // a text block has no CR at the ends of its lines
    public List<byte[]> seeds() {
        return Seeds.bytes(
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.0 404 Not Found\r\n\r\nno",
                "HTTP/1.1 200 OK\r\n"
                        + "Transfer-Encoding: chunked\r\n"
                        + "Content-Encoding: gzip\r\n\r\n"
                        + "5;x=y\r\n"
                        + "hello\r\n"
                        + "0\r\n"
                        + "T: v\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 301 Moved\r\nLocation: http://h/\r\nSet-Cookie: a=b; Max-Age=1\r\n\r\n",
                "HTTP/1.1 401 U\r\n"
                        + "WWW-Authenticate: Basic realm=\"x\", Digest nonce=\"y\"\r\n"
                        + "Connection: close\r\n\r\n");
    }

    @Override
    public List<byte[]> words() {
        return Seeds.bytes(
                "HTTP/1.1 101 Switching Protocols\r\n",
                "HTTP/1.1 408 T\r\n",
                "HTTP/1.1 503 U\r\nRetry-After: 0\r\n",
                "HTTP/1.1 407 P\r\n",
                "\r\n",
                "\r\n\r\n",
                "Content-Length: -5\r\n",
                "Content-Length: ",
                "Transfer-Encoding: chunked\r\n",
                "ffffffffffffffffff\r\n",
                "-1\r\n",
                ":",
                ": ",
                "\000",
                "\351",
                "HTTP/",
                "ICY 200 OK",
                "Upgrade: h2c\r\nConnection: upgrade\r\n");
    }

    @Override
    public String parse(byte[] input) {
        AnswerInput answer = new AnswerInput(new ByteArrayInputStream(input));
        try {
            AnswerHead head = answer.head();
            BodyInput body = new BodyInput(answer, head, false);
            byte[] block = new byte[BLOCK];
            while (!body.isComplete()) {
                int ignored = body.read(block, 0, BLOCK);
            }
            return "answer " + head.status();
        } catch (IOException e) {
            return Seeds.kind(e.getMessage());
        }
    }
}
