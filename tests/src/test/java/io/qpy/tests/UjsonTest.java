package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class UjsonTest {
    private static String output(String script) {
        TestDevice device = new TestDevice();
        device.run(script);
        assertEquals("", device.errors());
        return device.output();
    }

    @Test
    void writesAsTheModuleDoes() {
        String script = """
                import ujson
                for value in (None, True, 7, -1.5, 1e100, 'a"\\\\\\n\\x01', '中文', b'raw', (1, [2, {}]), {},
                              {'a': 1, 'b': [None, False]}, {1: 2}, {None: 0, True: 1}, [float('inf'), float('nan')],
                              {b'k': bytearray(b'v')}, {3}):
                    print(ujson.dumps(value))
                """;
        assertEquals("""
                null
                true
                7
                -1.5
                1e+100
                "a\\"\\\\\\n\\u0001"
                "中文"
                "raw"
                [1, [2, {}]]
                {}
                {"a": 1, "b": [null, false]}
                {"1": 2}
                {"null": 0, "true": 1}
                [inf, nan]
                {"k": "v"}
                {3}
                """, output(script));
    }

    @Test
    void readsStrictAndLaxTexts() {
        String script = """
                import ujson, json
                assert json is ujson
                for text in ('{"a": [1, 2.5, -3e2, null, true, false, "x"]}', ' \\n7 ', '"\\\\u4e2d\\\\n\\\\/\\\\""', b'[1]',
                             bytearray(b'"\\xe4\\xb8\\xad"'), '[1 2]', '{"a" 1}', '[1, 2,]', '{"a": 1,}', '[[],{}]',
                             '{"a":}', '[1}', '{1: 2}', '"a\\tb"', '["\\\\q" 007]', '[1,,2]', '""', '[-5 1.5]'):
                    print(ujson.loads(text))
                """;
        assertEquals("""
                {'a': [1, 2.5, -300.0, None, True, False, 'x']}
                7
                中
                /"
                [1]
                中
                [1, 2]
                {'a': 1}
                [1, 2]
                {'a': 1}
                [[], {}]
                {}
                [1]
                {1: 2}
                a\tb
                ['q', 7]
                [1, 2]

                [-5, 1.5]
                """, output(script));
    }

    @Test
    void refusesTheRestWithOneError() {
        String script = """
                import ujson
                for text in ('', ' ', '{', '[1', '"a', 'nul', 'x', '[1]]', '1 2', '1,', '-', '1.2.3', '1-2', '{[1]: 2}',
                             'NaN', '[Infinity]', '<html>', '"\\\\u12"', ']', '+1', "'a'", '{"a": }}', b'', 'True'):
                    try:
                        print(repr(text), ujson.loads(text))
                    except ValueError as e:
                        if str(e) != 'syntax error in JSON':
                            print(repr(text), e)
                for value in (None, 5, ['[]']):
                    try:
                        print(ujson.loads(value))
                    except TypeError:
                        pass
                """;
        assertEquals("", output(script));
    }

    @Test
    void usesStreams() {
        String script = """
                import ujson, uio
                with open('/usr/a.json', 'w') as f:
                    ujson.dump({'t': '中', 'n': list(range(3))}, f)
                with open('/usr/a.json') as f:
                    print(ujson.load(f))
                print(ujson.load(uio.BytesIO(b'[1]')))
                big = [{'id': i, 'name': 'item %d' % i, 'v': [i * 1.5, None, True]} for i in range(500)]
                print(ujson.loads(ujson.dumps(big)) == big)
                print([name for name in dir(ujson) if name[0] != '_'])
                """;
        assertEquals("""
                {'t': '中', 'n': [0, 1, 2]}
                [1]
                True
                ['dump', 'dumps', 'load', 'loads']
                """, output(script));
    }
}
