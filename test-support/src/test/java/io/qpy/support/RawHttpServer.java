package io.qpy.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps the very bytes of each request and answers with whatever a test writes. One connection at a time. */
public final class RawHttpServer implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("\r\nContent-Length: ([0-9]+)\r\n");

    /** Writes an answer; the connection is closed after it. */
    public interface Reply {
        /** Writes all of the answer. */
        void to(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket listener;
    private final Reply reply;
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::serve, "raw-http");

    /** Serves on a socket of the test's. */
    public RawHttpServer(ServerSocket listener, Reply reply) {
        this.listener = listener;
        this.reply = reply;
        thread.start();
    }

    /** Gives each request the same answer. */
    public static RawHttpServer answering(Reply reply) throws IOException {
        return new RawHttpServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), reply);
    }

    /** Gives each request the same text. */
    public static RawHttpServer answering(String text) throws IOException {
        return answering(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends a text and then nothing, and leaves the connection open. */
    public static RawHttpServer stalling(String text) throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        return answering(out -> {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            never.await();
        });
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    /** The next request, each byte a character. */
    public String request() throws InterruptedException {
        String request = requests.poll(10, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request came");
        }
        return request;
    }

    private void serve() {
        while (closing.getCount() > 0) {
            try (Socket socket = listener.accept()) {
                requests.add(read(socket.getInputStream()));
                reply.to(socket.getOutputStream());
            } catch (IOException e) {
                requests.add("failed: " + e.getMessage());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String text = "";
        while (!isWhole(text) && !text.startsWith("\u0016")) { // a TLS client says no more until it is answered
            int next = in.read();
            if (next < 0) {
                return text;
            }
            bytes.write(next);
            text = bytes.toString(StandardCharsets.ISO_8859_1);
        }
        return text;
    }

    private static boolean isWhole(String text) {
        int end = text.indexOf("\r\n\r\n");
        Matcher length = LENGTH.matcher(text);
        return end >= 0 && text.length() >= end + 4 + (length.find() ? Integer.parseInt(length.group(1)) : 0);
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        listener.close();
        thread.interrupt();
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
