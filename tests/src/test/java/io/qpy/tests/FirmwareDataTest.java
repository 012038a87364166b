package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The modules that only compute: {@code ustruct}, {@code ubinascii}, {@code uhashlib}, {@code ure} and so on. */
class FirmwareDataTest {
    private final TestDevice device = new TestDevice();

    private String output(String script) {
        device.run(script);
        assertEquals("", device.errors());
        return device.output();
    }

    /** Firmware with MicroPython's further special methods; where it has none, {@code __floordiv__} is called. */
    @Test
    void aDivisionInPlaceOfAnObjectsOwn() {
        assertEquals("[2.5, None]\n", output("""
                class Counter:
                    def __init__(self):
                        self.divisors = []
                    def __ifloordiv__(self, divisor):
                        self.divisors.append(divisor)
                        return self
                counter = Counter()
                counter //= 2.5
                counter //= None
                print(counter.divisors)
                """));
    }

    @Test
    void bytesAndDigests() {
        String script = """
                import ustruct, ubinascii, uhashlib, hashlib, base64, hmac
                print(ustruct.pack('<Hb3s', 513, -1, 'abc'), ustruct.unpack('>H', b'\\x01\\x02\\x03'), ustruct.calcsize('>IB'))
                data = bytearray(4)
                ustruct.pack_into('>H', data, 1, 258)
                print(data, ustruct.unpack_from('B', data, 2))
                print(ubinascii.hexlify(b'\\x01\\xab'), ubinascii.hexlify('ab', ':'), ubinascii.unhexlify('01aB'))
                print(ubinascii.b2a_base64(b'hi'), ubinascii.a2b_base64('aGk='), ubinascii.crc32('123456789'))
                print(ubinascii.a2b_base64(b'=a G=\\nk=aGk='), ubinascii.a2b_base64(b'aG=\\n='), ubinascii.a2b_base64(b'aG=x=y=='))
                print(ubinascii.a2b_base64(ubinascii.b2a_base64(b'hi' * 100000)) == b'hi' * 100000)
                print(uhashlib.md5('a').hexdigest(), hashlib.new('sha1', b'a').hexdigest())
                digest = uhashlib.sha256(b'a')
                digest.update('b')
                copy = digest.copy()
                print(digest.digest()[:4], copy.hexdigest()[:8], len(uhashlib.sha512().digest()))
                key, text = 'key', 'The quick brown fox jumps over the lazy dog'
                print(hmac.new(key, text).hexdigest(), hmac.new(key, text, 'sha1').hexdigest())
                print(hmac.new(b'k' * 65, digestmod=hashlib.sha256).hexdigest())
                print(base64.b64encode('hi?>'), base64.urlsafe_b64encode(b'\\xff\\xfe'), base64.b64decode(b'aGk='),
                      base64.urlsafe_b64decode('__4='), base64.decodebytes(base64.encodebytes(b'x' * 60)) == b'x' * 60)
                for call in (lambda: ustruct.unpack('<I', b'a'), lambda: ustruct.pack_into('>I', data, 1, 1), lambda: ustruct.calcsize('!?y'),
                             lambda: ubinascii.unhexlify('abc'), lambda: ubinascii.a2b_base64('a'), lambda: uhashlib.new('x')):
                    try:
                        print(call())
                    except Exception as e:
                        print(type(e).__name__, end=' ')
                """;
        assertEquals("""
                b'\\x01\\x02\\xffabc' (258,) 5
                bytearray(b'\\x00\\x01\\x02\\x00') (2,)
                b'01ab' b'61:62' b'\\x01\\xab'
                b'aGk=\\n' b'hi' 3421780262
                b'hi' b'h' b'hl'
                True
                0cc175b9c0f1b6a831c399e269772661 86f7e437faa5a7fce15d1ddcb9eaeaea377667b8
                b'\\xfb\\x8e \\xfc' fb8e20fc 64
                80070713463e7749b90c2dc24911e275 de7c9b85b8b78aa6bc8a7a36f70a90701c9db4d9
                41f1c4cc3107cd5b8d92460f61032902bfdb06484eef17e861b83a5012d3b7f3
                b'aGk/Pg==' b'__4=' b'hi' b'\\xff\\xfe' True
                ValueError ValueError ValueError ValueError ValueError ValueError\s""", output(script));
    }

    @Test
    void regularExpressions() {
        String script = """
                import ure, re
                match = ure.search('(\\\\d+)-(\\\\w)?', 'ab 12-')
                print(re is ure, match, match.group(0), match.group(1), match.groups(), match.start(1), match.span(2), match.end())
                print(ure.match('b', 'ab'), ure.match('a.', 'abc').group(0), ure.compile(b'[0-9]+').search(b'a12').group(0))
                print(ure.split(',', 'a,b,c'), ure.compile('[,;]').split('a,b;c', 1), ure.compile('a|b').match('b').span())
                print(ure.sub('(b)(c)', '<\\\\2\\\\g<1>\\\\x>', 'abcbc'), ure.sub('a', '-', 'banana', 2),
                      ure.compile('a').sub(lambda found: found.group(0) * 2, 'ba'), ure.sub(b'a', b'\\\\0', b'ba'))
                for call in (lambda: ure.compile('(a'), lambda: ure.match('*', 'a'), lambda: match.group(3),
                             lambda: ure.compile('(,)').split('a,b')):
                    try:
                        print(call())
                    except Exception as e:
                        print(type(e).__name__, e)
                """;
        assertEquals("""
                True <match num=3> 12- 12 ('12', None) 3 (-1, -1) 6
                None ab b'12'
                ['a', 'b', 'c'] ['a', 'b;c'] (0, 1)
                a<cb\\x><cb\\x> b-n-na baa b'ba'
                ValueError error in regex
                ValueError error in regex
                IndexError 3
                NotImplementedError Splitting with sub-captures
                """, output(script));
    }

    @Test
    void collectionsNumbersAndTheHeap() {
        String script = """
                import ucollections, urandom, math, cmath, gc, micropython, uerrno
                Point = ucollections.namedtuple('Point', 'x y')
                point = Point(1, y=2)
                print(point, point.x, point[1], point == (1, 2), ucollections.namedtuple('T', ['a'])(5).a, point._asdict())
                queue = ucollections.deque((), 2, 1)
                queue.append(1)
                queue.append(2)
                ring = ucollections.deque((), 2)
                ring.extend(range(5))
                print(list(ring), len(queue), queue.popleft(), bool(ucollections.deque((), 1)), ring[0])
                print(ucollections.OrderedDict([('b', 1), ('a', 2)]))
                for call in (lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: queue.extend([3, 4]),
                             lambda: ucollections.deque((), 1).popleft(), lambda: urandom.choice(''),
                             lambda: urandom.randrange(0), lambda: urandom.getrandbits(33)):
                    try:
                        print(call())
                    except Exception as e:
                        print(type(e).__name__, e)
                urandom.seed(7)
                first = [urandom.randint(1, 6) for _ in range(20)]
                urandom.seed(7)
                print(first == [urandom.randint(1, 6) for _ in range(20)], min(first) >= 1, max(first) <= 6)
                print(0 <= urandom.random() < 1, 2 <= urandom.uniform(2, 3) <= 3, urandom.getrandbits(4) < 16,
                      urandom.choice([9]), urandom.randrange(4, 5), urandom.randrange(0, 10, 5) in (0, 5))
                print(math.sqrt(16), math.floor(-1.5), round(math.pi, 3), cmath.sqrt(-1), math.isnan(math.nan))
                before = gc.mem_free()
                print(gc.mem_free() < before, gc.collect(), gc.mem_free() == before, gc.isenabled(), gc.threshold())
                gc.disable()
                gc.threshold(4096)
                print(gc.isenabled(), gc.threshold(), gc.mem_alloc() > 0, micropython.const(5), micropython.opt_level())
                gc.collect()
                micropython.mem_info()
                print(uerrno.ECONNRESET, uerrno.errorcode[110])
                """;
        assertEquals("""
                Point(x=1, y=2) 1 2 True 5 OrderedDict({'x': 1, 'y': 2})
                [3, 4] 2 1 False 3
                OrderedDict({'b': 1, 'a': 2})
                TypeError function takes 2 positional arguments but 1 were given
                TypeError function takes 2 positional arguments but 3 were given
                TypeError unexpected keyword argument 'z'
                IndexError full
                IndexError empty
                IndexError empty sequence
                ValueError empty range
                ValueError bits must be 32 or less
                True True True
                True True True 9 4 True
                4.0 -2 3.142 1j True
                True None True True -1
                False 4096 True 5 0
                stack: 544 out of 33792
                GC: total: 524288, used: 76576, free: 447712
                104 ETIMEDOUT
                """, output(script));
    }

    @Test
    void timeAndTheInterpreter() {
        String script = """
                import utime, usys, uio
                print(utime.localtime(646898736), utime.mktime((2020, 9, 29, 8, 54, 42, 1, 273)), utime.localtime(-5))
                print(utime.mktime([2020, 13, 1, 0, 0, 0, 0, 0]) == utime.mktime((2021, 1, 1, 0, 0, 0, 0, 0, 0)))
                print(utime.ticks_diff(5, 0x3FFFFFFF), utime.ticks_add(0x3FFFFFFF, 1), utime.sleep(-1), utime.sleep_ms(-1))
                for call in (lambda: utime.localtime(10 ** 18), lambda: utime.mktime((2 ** 40, 1, 1, 0, 0, 0, 0, 0)),
                             lambda: utime.mktime((1, 2)), lambda: utime.setTimeZone(13)):
                    try:
                        print(call())
                    except Exception as e:
                        print(type(e).__name__, e)
                text = uio.StringIO()
                try:
                    raise ValueError('x')
                except ValueError as e:
                    usys.print_exception(e, text)
                print(text.getvalue(), usys.stdin.read() == '', usys.stdout.fileno(), usys.stderr.fileno())
                """;
        assertEquals("""
                (1990, 7, 2, 14, 5, 36, 0, 183) 1601340882 (1970, 1, 1, 7, 59, 55, 3, 1)
                True
                6 0 None None
                OverflowError localtime argument out of range
                OverflowError mktime argument out of range
                TypeError mktime needs a tuple of length 8 or 9 (2 given)
                ValueError invalid value, timezone should be in [-12, +12].
                Traceback (most recent call last):
                  File "main.py", line 13, in <module>
                ValueError: x
                 True 1 2
                """, output(script));
    }
}
