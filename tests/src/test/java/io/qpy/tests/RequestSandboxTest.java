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
                "{'Host': 'httpbin.org'} http://httpbin.org/get\n",
                printed("r = request.get('http://httpbin.org/get').json()\nprint(r['headers'], r['url'])\n"));
    }

    @Test
    void postsADocument() {
        assertEquals("{'k': 'v'} {\"k\": \"v\"}\n", printed("""
                r = request.post('http://httpbin.org/post', data=ujson.dumps({'k': 'v'})).json()
                print(r['json'], r['data'])
                """));
    }

    @Test
    void uploadsAFile() {
        assertEquals("{'file': 'hello'}\n", printed("""
                with open('/usr/a.txt', 'w') as f: f.write('hello')
                files = {'filepath': '/usr/a.txt', 'filename': 'a.txt'}
                print(request.post('http://httpbin.org/post', files=files).json()['files'])
                """));
    }

    @Test
    void speaksTls() {
        assertEquals(
                "200 https://httpbin.org/get\n",
                printed("r = request.get('https://httpbin.org/get')\nprint(r.status_code, r.json()['url'])\n"));
    }

    @Test
    void chunksAndRedirects() {
        assertEquals("70000 302  /get\n", printed("""
                url = 'https://httpbin.org/'
                n = sum(len(x) for x in request.get(url + 'stream-bytes/70000', decode=False, sizeof=1000).content)
                r = request.get(url + 'redirect/1')
                print(n, r.status_code, r.headers.get('Location') or r.headers.get('location'))
                """));
    }
}
