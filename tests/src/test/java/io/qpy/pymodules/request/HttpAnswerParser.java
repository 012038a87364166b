package io.qpy.pymodules.request;

import io.qpy.fuzz.Parser;
import io.qpy.fuzz.Seeds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;
import javax.net.SocketFactory;
import okhttp3.Response;

/** What a web server answers. */
public final class HttpAnswerParser implements Parser {
    private final HttpCalls calls = new HttpCalls();

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
        WireSocket socket = new WireSocket(new Answering(input), Target.of("http://host/", 0));
        socket.request(new byte[0], false);
        try (Response response = calls.call(socket, InetAddress.getLoopbackAddress(), 0, HttpCalls.request(80, null))
                .execute()) {
            Transfer transfer = new Transfer(socket, response);
            while (transfer.source().request(1)) {
                transfer.source().getBuffer().clear();
            }
            return "answer " + socket.answer().status();
        } catch (IOException e) {
            return Seeds.kind(e.getMessage());
        }
    }

    /** Makes sockets whose peer has said something and closed. */
    private static final class Answering extends SocketFactory {
        private final byte[] answer;

        Answering(byte[] answer) {
            this.answer = answer;
        }

        @Override
        public Socket createSocket() {
            return new Socket() {
                @Override
                public void connect(SocketAddress endpoint, int timeout) {}

                @Override
                public void setSoTimeout(int timeout) {}

                @Override
                public InputStream getInputStream() {
                    return new ByteArrayInputStream(answer);
                }

                @Override
                public OutputStream getOutputStream() {
                    return OutputStream.nullOutputStream();
                }
            };
        }

        @Override
        public Socket createSocket(String host, int port) {
            return createSocket();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            return createSocket();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            return createSocket();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            return createSocket();
        }
    }
}
