package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Scripts that are no good, as a script that imports or runs them sees it; BadInputTest has what a person sees. */
class BadScriptTest {
    private final TestDevice device = new TestDevice();

    @Test
    void modulesThatAreNoText() {
        device.run("""
                def attempt(name, content):
                    with open('/usr/' + name + '.py', 'wb') as f:
                        f.write(content)
                    try:
                        exec('from usr import ' + name)
                        print(name, 'imported')
                    except (SyntaxError, RuntimeError):
                        print(name, 'refused')
                attempt('gbk', b"x = '\\xd6\\xd0'\\n")
                attempt('binary', b'\\x7fELF\\0\\0')
                attempt('bom', b'\\xef\\xbb\\xbfx = 1\\n')
                attempt('nested', b'x = ' + b'(' * 5000 + b')' * 5000)
                attempt('long', b'x = "' + b'x' * 10000000 + b'"')
                """);
        assertEquals("", device.errors());
        assertEquals("""
                gbk refused
                binary refused
                bom imported
                nested refused
                long imported
                """, device.output());
    }

    @Test
    void aScriptOfZeros() {
        device.run("x = 1\nprint('\0')\n");
        assertEquals(
                "Traceback (most recent call last):\n  File \"main.py\", line 2\nSyntaxError: invalid syntax\n",
                device.errors());
        assertEquals(
                List.of("main.py:2:8: encoding: a byte 0x00 is in no script. Name a text file."), device.notices());
    }

    @Test
    void surrogatePairs() {
        device.run("""
                s = '\\ud83d\\ude00'
                print(len(s), s == '\\U0001f600')
                with open('/usr/s', 'w') as f:
                    f.write('\\U0001f600')
                print(open('/usr/s', 'rb').read(), open('/usr/s').read() == '\\U0001f600')
                """);
        assertEquals("", device.errors());
        assertEquals("2 False\nb'\\xf0\\x9f\\x98\\x80' True\n", device.output());
    }

    @Test
    void modulesThatImportEachOther() {
        device.run("""
                def module(name, text):
                    with open('/usr/' + name + '.py', 'w') as f:
                        f.write(text)
                module('a', 'from usr import b\\nx = 1\\n')
                module('b', 'from usr import a\\ny = hasattr(a, "x")\\n')
                module('c', 'from usr.d import y\\nx = 1\\n')
                module('d', 'from usr.c import x\\ny = 1\\n')
                from usr import a
                print(a.x, a.b.y)
                from usr import c
                """);
        assertEquals("1 False\n", device.output());
        assertEquals("""
                Traceback (most recent call last):
                  File "main.py", line 10, in <module>
                  File "usr/c.py", line 1, in <module>
                  File "usr/d.py", line 1, in <module>
                ImportError: can't import name x
                """, device.errors());
    }

    @Test
    void aModuleWithAFirmwareModulesName() {
        device.run("""
                for name in ('ujson', 'json'):
                    with open('/usr/' + name + '.py', 'w') as f:
                        f.write('mine = True\\n')
                import sys, ujson
                sys.path = ['/usr'] + sys.path
                import json
                print(hasattr(ujson, 'mine'), json is ujson)
                from usr import ujson as mine, json
                print(mine.mine, json.mine, mine is not json)
                """);
        assertEquals("", device.errors());
        assertEquals("False True\nTrue True True\n", device.output());
    }

    @Test
    void everythingOfWhatIsNoModule() {
        device.run("""
                import sys
                class Names:
                    visible = 1
                    _hidden = 2
                sys.modules['names'] = Names
                from names import *
                print(visible, '_hidden' in globals())
                sys.modules['number'] = 1
                try:
                    from number import *
                except AttributeError as e:
                    print('AttributeError')
                """);
        assertEquals("", device.errors());
        assertEquals("1 False\nAttributeError\n", device.output());
    }

    @Test
    void aCheckSumThatIsWrong() {
        device.run("""
                import uzlib, uio
                packed = b'\\x1f\\x8b\\x08\\x00\\x00\\x00\\x00\\x00\\x00\\x03\\xcbH\\xcd\\xc9\\xc9\\x07\\x00\\x86\\xa6\\x106\\x05\\x00\\x00\\x00'
                print(uzlib.DecompIO(uio.BytesIO(packed), 31).read())
                for place in (-1, -5, 0):
                    wrong = bytearray(packed)
                    wrong[place] ^= 1
                    try:
                        uzlib.DecompIO(uio.BytesIO(wrong), 31).read()
                    except OSError as e:
                        print('OSError', e.errno)
                try:
                    uzlib.DecompIO(uio.BytesIO(packed[:-1]), 31).read()
                except EOFError:
                    print('EOFError')
                """);
        assertEquals("", device.errors());
        assertEquals("b'hello'\nOSError 22\nOSError 22\nOSError 22\nEOFError\n", device.output());
    }
}
