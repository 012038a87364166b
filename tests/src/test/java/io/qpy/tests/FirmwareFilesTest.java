package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** {@code uos}, {@code uio} and {@code ql_fs}. */
class FirmwareFilesTest {
    private final TestDevice device = new TestDevice();

    /** The firmware's boot script runs in the main program's names, and has imported some modules; _boot.py of 2021. */
    @Test
    void whatTheBootScriptLeaves() {
        device.run("""
                print(uos.getcwd(), ujson.dumps([1]), gc.isenabled())
                uos = 5
                print(uos)
                print(ql_fs.x)
                """);
        assertEquals("/ [1] True\n5\n", device.output());
        assertEquals("""
                Traceback (most recent call last):
                  File "main.py", line 4, in <module>
                NameError: name 'ql_fs' isn't defined
                """, device.errors());
    }

    @Test
    void filesAndFolders() {
        device.run("""
                import uos, os, uio
                print(os is uos, uos.getcwd(), uos.listdir(), uos.listdir('/usr'), uos.stat('/')[0], uos.stat('usr')[:7])
                uos.mkdir('/usr/d')
                with open('/usr/d/a.txt', 'w') as f:
                    print(f.write('hello'))
                uos.chdir('usr/d')
                print(uos.getcwd(), uos.listdir(), list(uos.ilistdir()), list(uos.ilistdir('..')), uos.stat('a.txt')[:7])
                with uio.open('a.txt', 'rb') as f:
                    print(f.read())
                uos.rename('a.txt', '../b.txt')
                print(uos.listdir(), uos.listdir('..'), uos.statvfs('/usr'))
                uos.chdir('/')
                uos.rmdir('/usr/d')
                uos.remove('/usr/b.txt')
                print(uos.listdir('/usr'), len(uos.urandom(5)))
                print(uos.uname())
                print(uos.uname2(), uos.uname2().release)
                """);
        assertEquals("", device.errors());
        assertEquals("""
                True / ['usr', 'bak'] [] 16384 (16384, 0, 0, 0, 0, 0, 0)
                5
                /usr/d ['a.txt'] [('a.txt', 32768, 0, 5)] [('d', 16384, 0, 0)] (32768, 0, 0, 0, 0, 0, 5)
                b'hello'
                [] ['b.txt', 'd'] (4096, 4096, 256, 251, 251, 0, 0, 0, 0, 255)
                [] 5
                ('sysname=EC600S-CNLB', 'nodename=EC600S', 'release=1.13.0', 'version=v1.12 on 2020-06-23', \
                'machine=EC600S with QUECTEL', 'qpyver=V0001')
                (sysname='EC600S-CNLB', nodename='EC600S', release='1.13.0', version='v1.12 on 2020-06-23', \
                machine='EC600S with QUECTEL', qpyver='V0001') 1.13.0
                """, device.output());
    }

    @Test
    void failuresAreNumbers() {
        device.run("""
                import uos
                uos.mkdir('/usr/d')
                open('/usr/f', 'w').close()
                open('/usr/d/g', 'w').close()
                for call in (lambda: uos.stat('/usr/no'), lambda: uos.remove('/usr/no'), lambda: uos.rename('/usr/no', '/usr/x'),
                             lambda: uos.listdir('/etc'), lambda: uos.chdir('/no'), lambda: uos.rmdir('/usr/no'),
                             lambda: uos.mkdir('/usr/no/a'), lambda: list(uos.ilistdir('/no')), lambda: uos.statvfs('/no'),
                             lambda: uos.mkdir('/usr/d'), lambda: uos.mkdir('/x'), lambda: uos.rename('/usr/f', '/x'),
                             lambda: uos.rmdir('/usr/d'), lambda: uos.listdir('/usr/f'), lambda: uos.remove('/usr/d')):
                    try:
                        call()
                        print('no error')
                    except OSError as e:
                        print(type(e).__name__, e.args)
                """);
        assertEquals("", device.errors());
        assertEquals(
                "OSError (2,)\n".repeat(9) + "OSError (17,)\n" + "OSError (13,)\n".repeat(2)
                        + "OSError (39,)\nOSError (20,)\nOSError (39,)\n",
                device.output());
    }

    @Test
    void wholeFilesInOneCall() {
        device.run("""
                import ql_fs, uos
                print(ql_fs.touch('/usr/a/b/c.json', {'x': [1]}), ql_fs.read_json('/usr/a/b/c.json'), ql_fs.read_json('/usr/no'))
                print(ql_fs.path_exists('/usr/a/b'), ql_fs.path_exists('/usr/a/x'), ql_fs.path_getsize('/usr/a/b/c.json'))
                print(ql_fs.path_dirname('/usr/a/b'), ql_fs.path_dirname('/usr'), ql_fs.touch('/no/c', 1))
                print(ql_fs.file_copy('/usr/copy', '/usr/a/b/c.json'), ql_fs.file_copy('/usr/copy2', '/usr/no'))
                ql_fs.mkdirs('/usr/x/y/z')
                ql_fs.mkdirs('/usr/x/y/z')
                ql_fs.rmdirs('/usr/a')
                print(uos.listdir('/usr'), open('/usr/copy').read())
                try:
                    ql_fs.path_getsize('/usr/no')
                except ql_fs.FileNotFoundError as e:
                    print(isinstance(e, OSError))
                """);
        assertEquals("", device.errors());
        assertEquals("""
                0 {'x': [1]} None
                True False 10
                /usr/a / -1
                True False
                ['copy', 'x'] {"x": [1]}
                False
                """, device.output());
    }
}
