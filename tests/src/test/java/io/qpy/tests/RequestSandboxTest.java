package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qpy.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code request} against the sandbox's web servers. */
class RequestSandboxTest {
    private final TestDevice device = new TestDevice();
    private final Sandbox sandbox = Sandbox.create();

    @BeforeEach
    void route() {
        device.host("httpbin.org", 80, sandbox.http().address());
        device.host("httpbin.org", 443, sandbox.https().address());
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private String printed(String script) {
        device.run("import request, ujson\n" + script);
        assertEquals("", device.errors());
        return device.output();
    }

    @Test
    void theServerSeesHostAlone() {
        assertEquals(
                Scripts.expected("request/sandbox/host_alone.py"),
                printed(Scripts.source("request/sandbox/host_alone.py")));
    }

    @Test
    void postsADocument() {
        assertEquals(
                Scripts.expected("request/sandbox/posts_a_document.py"),
                printed(Scripts.source("request/sandbox/posts_a_document.py")));
    }

    @Test
    void uploadsAFile() {
        assertEquals(
                Scripts.expected("request/sandbox/uploads_a_file.py"),
                printed(Scripts.source("request/sandbox/uploads_a_file.py")));
    }

    @Test
    void speaksTls() {
        assertEquals(
                Scripts.expected("request/sandbox/speaks_tls.py"),
                printed(Scripts.source("request/sandbox/speaks_tls.py")));
    }

    @Test
    void chunksAndRedirects() {
        assertEquals(
                Scripts.expected("request/sandbox/chunks_and_redirects.py"),
                printed(Scripts.source("request/sandbox/chunks_and_redirects.py")));
    }
}
