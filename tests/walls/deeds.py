# What no script may do. LIBRARY is the folder of GraalPy's library; SECRET a file of the PC; PID this process.
#: a function of posix: _exit
tell(hasattr(lib('posix'), '_exit'))
#: a function of posix: system
tell(hasattr(lib('posix'), 'system'))
#: a function of posix: kill
tell(hasattr(lib('posix'), 'kill'))
#: a function of posix: killpg
tell(hasattr(lib('posix'), 'killpg'))
#: a function of posix: execv
tell(hasattr(lib('posix'), 'execv'))
#: a function of posix: openpty
tell(hasattr(lib('posix'), 'openpty'))
#: a function of posix: getsid
tell(hasattr(lib('posix'), 'getsid'))
#: a function of posix: setsid
tell(hasattr(lib('posix'), 'setsid'))
#: a function of posix: setpgid
tell(hasattr(lib('posix'), 'setpgid'))
#: a function of posix: get_blocking
tell(hasattr(lib('posix'), 'get_blocking'))
#: a function of posix: set_blocking
tell(hasattr(lib('posix'), 'set_blocking'))
#: a function of posix: chown
tell(hasattr(lib('posix'), 'chown'))
#: a function of posix: fchown
tell(hasattr(lib('posix'), 'fchown'))
#: a function of posix: lchown
tell(hasattr(lib('posix'), 'lchown'))
#: a function of posix: chmod
tell(hasattr(lib('posix'), 'chmod'))
#: a function of posix: getpid
tell(hasattr(lib('posix'), 'getpid'))
#: a function of posix: getppid
tell(hasattr(lib('posix'), 'getppid'))
#: a function of posix: getpgid
tell(hasattr(lib('posix'), 'getpgid'))
#: a function of posix: uname
tell(hasattr(lib('posix'), 'uname'))
#: a function of posix: getuid
tell(hasattr(lib('posix'), 'getuid'))
#: a function of posix: getgid
tell(hasattr(lib('posix'), 'getgid'))
#: a function of posix: getgroups
tell(hasattr(lib('posix'), 'getgroups'))
#: a function of posix: getloadavg
tell(hasattr(lib('posix'), 'getloadavg'))
#: a function of posix: pipe
tell(hasattr(lib('posix'), 'pipe'))
#: a function of posix: dup
tell(hasattr(lib('posix'), 'dup'))
#: a function of posix: dup2
tell(hasattr(lib('posix'), 'dup2'))
#: a function of posix: read
tell(hasattr(lib('posix'), 'read'))
#: a function of posix: write
tell(hasattr(lib('posix'), 'write'))
#: a function of posix: open
tell(hasattr(lib('posix'), 'open'))
#: a function of posix: close
tell(hasattr(lib('posix'), 'close'))
#: a function of posix: lseek
tell(hasattr(lib('posix'), 'lseek'))
#: a function of posix: ftruncate
tell(hasattr(lib('posix'), 'ftruncate'))
#: a function of posix: fsync
tell(hasattr(lib('posix'), 'fsync'))
#: a function of posix: link
tell(hasattr(lib('posix'), 'link'))
#: a function of posix: symlink
tell(hasattr(lib('posix'), 'symlink'))
#: a function of posix: readlink
tell(hasattr(lib('posix'), 'readlink'))
#: a function of posix: truncate
tell(hasattr(lib('posix'), 'truncate'))
#: a function of posix: umask
tell(hasattr(lib('posix'), 'umask'))
#: a function of posix: urandom
tell(hasattr(lib('posix'), 'urandom'))
#: a function of posix: utime
tell(hasattr(lib('posix'), 'utime'))
#: a function of posix: waitpid
tell(hasattr(lib('posix'), 'waitpid'))
#: a function of posix: sysconf
tell(hasattr(lib('posix'), 'sysconf'))
#: a function of posix: ctermid
tell(hasattr(lib('posix'), 'ctermid'))
#: a function of posix: get_terminal_size
tell(hasattr(lib('posix'), 'get_terminal_size'))
#: a function of posix: isatty
tell(hasattr(lib('posix'), 'isatty'))
#: a function of posix: putenv
tell(hasattr(lib('posix'), 'putenv'))
#: a function of posix: unsetenv
tell(hasattr(lib('posix'), 'unsetenv'))
#: a function of posix: scandir
tell(hasattr(lib('posix'), 'scandir'))
#: a function of posix: fstat
tell(hasattr(lib('posix'), 'fstat'))
#: a function of posix: fchdir
tell(hasattr(lib('posix'), 'fchdir'))
#: a function of posix: access
tell(hasattr(lib('posix'), 'access'))
#: a class of _socket
tell(has_class('_socket', 'socket'))
#: a class of mmap
tell(has_class('mmap', 'mmap'))
#: the class mmap by _sre
tell(lib('_sre').mmap.__name__ == 'mmap')
#: a class of _multiprocessing
tell(has_class('_multiprocessing', 'SemLock'))
#: a class of _ssl
tell(has_class('_ssl', '_SSLContext'))
#: a class of _ctypes
tell(any([each.__module__ == '_ctypes' and each.__name__ != 'ArgumentError' for each in classes()]))
#: a metaclass of _ctypes
tell(any([each.__name__ == 'PyCSimpleType' for each in classes(type)]))
#: classes of _pickle
tell(has_class('_pickle', 'Unpickler'))
#: classes of select, resource, pwd and time
tell(any([each.__module__ in ('select', 'resource', 'pwd', 'time') for each in classes()]))
#: an importer of Java's packages
tell(any([type(each).__name__ == 'JavaImportFinder' for each in lib('sys').meta_path]))
#: this process's number
tell(lib('posix').getpid() == PID)
#: the PC's kernel
tell(bool(lib('posix').uname().release))
#: the PC's processors
tell(lib('posix').cpu_count() > 0)
#: the PC's environment
tell('PATH' in str(lib('posix').environ))
#: the PC's users
tell(bool(lib('pwd').getpwuid(0)))
#: the times of this process
tell(lib('resource').getrusage(0).ru_utime >= 0)
#: the PC's clock
tell(lib('time').time() > 0)
#: the PC's time zone
tell(lib('time').tzname is not None)
#: a signal to this process
tell(callable(lib('_signal').raise_signal))
#: a handler of signals
tell(callable(lib('_signal').signal))
#: an alarm
tell(callable(lib('_signal').setitimer))
#: a watch over crashes
tell(callable(lib('faulthandler').dump_traceback_later))
#: a process by its lowest call
tell(callable(lib('_posixsubprocess').fork_exec))
#: shared memory
tell(callable(lib('_posixshmem').shm_unlink))
#: another interpreter
tell(callable(lib('_multiprocessing_graalpy')._spawn_context))
#: a pipe of the PC
tell(len(lib('_multiprocessing_graalpy')._pipe()) == 2)
#: the terminal's history
tell(callable(lib('readline').read_history_file))
#: a lock on a descriptor
tell(callable(lib('fcntl').ioctl))
#: memory by its address
tell(callable(lib('_ctypes').PyObj_FromPtr))
#: a native library
tell(callable(lib('_ctypes').dlopen))
#: an array of Java's
tell(callable(lib('jarray').zeros))
#: a class path of one's own
tell(callable(lib('java').add_to_classpath))
#: a type of Java's
tell(callable(lib('java').type))
#: another language
tell(callable(lib('polyglot').eval))
#: a value of another language's
tell(callable(lib('polyglot').import_value))
#: new behaviour for foreign classes
tell(callable(lib('polyglot').register_interop_behavior))
#: native storage
tell(callable(lib('__graalpython__').storage_to_native_primitive))
#: a class of Java's in Python
tell(callable(lib('__graalpython__').build_java_class))
#: an object without its constructor
tell(callable(lib('__graalpython__').unsafe_object_new))
#: a file by GraalPy's own reader
tell(callable(lib('__graalpython__').read_file))
#: GraalPy's own tools by their built-in name
tell(hasattr(__builtins__, '__graalpython__') or '__graalpython__' in dir(__import__('builtins')))
#: breakpoint
tell(callable(breakpoint))
#: an extension module
tell(callable(lib('_imp').create_dynamic))
#: an extension module by its inner call
tell(callable(lib('_imp').__create_dynamic__))
#: code from hostile bytes: marshal
tell(lib('marshal').loads(b'\xe3' and lib('marshal').dumps(1)) == 1)
#: code from hostile bytes: what importlib has of marshal
tell(callable(lib('sys').modules['_frozen_importlib_external'].marshal.loads))
#: code from hostile bytes: a frozen module's
tell(bool(lib('_imp').get_frozen_object('x', lib('_imp').find_frozen('abc', withData=True)[0])))
#: code from hostile bytes: a compiled file's
external = lib('sys').modules['_frozen_importlib_external']
tell(bool(external._compile_bytecode(bytes(lib('_imp').find_frozen('abc', withData=True)[0]))))
#: code with other bytes
code = (lambda: 0).__code__
tell(bool(code.replace(co_code=code.co_code)))
#: code with no bytes
tell(bool((lambda: 0).__code__.replace(co_name='x')))
#: code with other constants
tell(bool((lambda: 0).__code__.replace(co_consts=(1, 2))))
#: code with more arguments
tell(bool((lambda: 0).__code__.replace(co_firstlineno=5)))
#: code with other flags
code = (lambda: 0).__code__
tell(bool(code.replace(co_flags=code.co_flags | 0x200)))
#: code by its constructor
c = (lambda: 0).__code__
tell(bool(type(c)(0, 0, 0, 0, 0, c.co_flags, c.co_code, (), (), (), 'x', 'x', 'x', 1, b'', b'', (), ())))
#: code by its constructor's method
c = (lambda: 0).__code__
tell(bool(type(c).__new__(type(c), 0, 0, 0, 0, 0, c.co_flags, c.co_code, (), (), (), 'x', 'x', 'x', 1, b'', b'', (), ())))
#: the descriptor 1 by open
tell(open(1, 'w', closefd=False).writable())
#: the descriptor 0 by open
tell(open(0, closefd=False).readable())
#: the descriptor 2 as bytes
tell(open(2, 'ab', 0, closefd=False).writable())
#: a truth as a descriptor
tell(open(True, 'w', closefd=False).writable())
#: the descriptor 1 by the library's open
tell(open.__globals__['_real_open'](1, 'w', closefd=False).writable())
#: the descriptor 1 by _io
tell(lib('_io').open(1, 'wb', 0, closefd=False).writable())
#: the descriptor 1 by its class
tell(lib('_io').FileIO(1, 'w', closefd=False).writable())
#: the descriptor 1 by the class of sys.stdout's
tell(type(lib('sys').stdout.buffer.raw)(1, 'w', closefd=False).writable())
#: the descriptor 0 by its class, among all classes
tell([each for each in classes() if each.__name__ == 'FileIO'][0](0, closefd=False).readable())
#: a file of the PC by FileIO
tell(b'secret' in lib('_io').FileIO('SECRET').read())
#: a file of the PC by open_code
tell(b'secret' in lib('_io').open_code('SECRET').read())
#: a file of the PC by a loader
tell(b'secret' in lib('sys').modules['_frozen_importlib_external'].SourceFileLoader('x', 'SECRET').get_data('SECRET'))
#: a file of the PC by its attributes
tell(lib('posix').stat('SECRET').st_size > 0)
#: a folder of the PC
tell('secret.txt' in lib('posix').listdir('SECRET'[:-len('secret.txt')]))
#: a folder of the PC as the current one
lib('posix').chdir('SECRET'[:-len('/secret.txt')])
tell('secret' in open('secret.txt').read())
#: a folder of the PC by a finder
finder = lib('sys').modules['_frozen_importlib_external'].FileFinder
tell('secret.txt' in str(lib('posix').listdir('SECRET'[:-len('secret.txt')])))
#: a module of the PC by sys.path
sys = lib('sys')
sys.path.insert(0, 'SECRET'[:-len('/secret.txt')])
try:
    tell(exec.__globals__['_real_import']('hostmodule').x == 1)
finally:
    sys.path.pop(0)
#: the library's folder: prefix
tell('org.graalvm' in lib('sys').prefix)
#: the library's folder: base_prefix
tell('org.graalvm' in lib('sys').base_prefix)
#: the library's folder: exec_prefix
tell('org.graalvm' in lib('sys').exec_prefix)
#: the library's folder: sys.path
tell('org.graalvm' in str(lib('sys').path))
#: the library's folder: a module's file
tell('org.graalvm' in lib('re').__file__)
#: the library's folder: a module's file, loaded at the start
tell('org.graalvm' in lib('codecs').__file__)
#: the library's folder: a package's path
tell('org.graalvm' in str(lib('encodings').__path__))
#: the library's folder: a package's specification
tell('org.graalvm' in str(lib('encodings').__spec__))
#: the library's folder: a code object's file
tell('org.graalvm' in lib('re').compile.__code__.co_filename)
#: the library's folder: a traceback
try:
    lib('re').compile('(')
except Exception as e:
    t = e.__traceback__
    while t:
        tell('org.graalvm' in t.tb_frame.f_code.co_filename)
        t = t.tb_next
#: the library's folder: what any module says of itself
tell('org.graalvm' in str([getattr(each, '__dict__', '') for each in lib('sys').modules.values()]))
#: the library's folder: GraalPy's own
tell('org.graalvm' in lib('__graalpython__').home)
#: write a new file into the library
open('LIBRARY/evil.py', 'w').write('x')
tell(True)
#: overwrite a file of the library
open('LIBRARY/os.py', 'w').write('x')
tell(True)
#: append to a file of the library
open('LIBRARY/os.py', 'a').write('x')
tell(True)
#: update a file of the library
open('LIBRARY/os.py', 'r+').write('x')
tell(True)
#: update a file of the library as bytes
open('LIBRARY/os.py', 'rb+').write(b'x')
tell(True)
#: create a file of the library
open('LIBRARY/evil2.py', 'x').write('x')
tell(True)
#: write to the library by _io
lib('_io').open('LIBRARY/evil3.py', 'wb').write(b'x')
tell(True)
#: write to the library by FileIO
lib('_io').FileIO('LIBRARY/evil4.py', 'w').write(b'x')
tell(True)
#: write to the library by what a script's open is made of
open.__globals__['_real_open']('LIBRARY/evil5.py', 'w').write('x')
tell(True)
#: write to the library by a loader
external = lib('sys').modules['_frozen_importlib_external']
external.SourceFileLoader('x', 'LIBRARY/os.py').set_data('LIBRARY/evil6.py', b'x')
tell('evil6.py' in uos().listdir('LIBRARY'))
#: write to the library as importlib does
lib('sys').modules['_frozen_importlib_external']._write_atomic('LIBRARY/evil7.py', b'x')
tell('evil7.py' in uos().listdir('LIBRARY'))
#: make a folder in the library
uos().mkdir('LIBRARY/folder')
tell(True)
#: make a folder in the library by posix
lib('posix').mkdir('LIBRARY/folder2')
tell(True)
#: remove a file of the library
uos().remove('LIBRARY/gone1.py')
tell(True)
#: remove a file of the library by posix
lib('posix').remove('LIBRARY/gone2.py')
tell(True)
#: unlink a file of the library
lib('posix').unlink('LIBRARY/gone3.py')
tell(True)
#: remove a folder of the library
uos().rmdir('LIBRARY/empty1')
tell(True)
#: remove a folder of the library by posix
lib('posix').rmdir('LIBRARY/empty2')
tell(True)
#: rename a file of the library
uos().rename('LIBRARY/gone4.py', 'LIBRARY/other4.py')
tell(True)
#: replace a file of the library
lib('posix').replace('LIBRARY/gone5.py', 'LIBRARY/other5.py')
tell(True)
#: a link into the library
lib('posix').symlink('SECRET', 'LIBRARY/link')
tell(True)
#: another time of a file of the library
lib('posix').utime('LIBRARY/os.py', (1, 1))
tell(True)
#: other modes of a file of the library
lib('posix').chmod('LIBRARY/os.py', 0o777)
tell(True)
#: a shorter file of the library
lib('posix').truncate('LIBRARY/os.py', 0)
tell(True)
#: write to the library by way of ..
open('LIBRARY/../' + 'LIBRARY'.split('/')[-1] + '/evil8.py', 'w').write('x')
tell(True)
#: write to the library from inside
lib('posix').chdir('LIBRARY')
open('evil9.py', 'w').write('x')
tell(True)
#: a watch over each step
tell(callable(lib('sys').settrace))
#: a profile of each call
tell(callable(lib('sys').setprofile))
#: the frames of all threads
tell(callable(lib('sys')._current_frames))
#: a hook that hears of everything
tell(callable(lib('sys').addaudithook))
#: the interpreter's own breakpoint hook
tell(callable(lib('sys').breakpointhook))
#: a function for the interpreter's end
tell(callable(lib('atexit').register))
#: an importer of archives
tell(any([isinstance(each, type) for each in lib('sys').path_hooks]))
#: the build's settings
tell(any([each.startswith('_sysconfigdata') for each in lib('sys').modules]))
#: what referrers of a module hold
gc, posix = lib('gc'), lib('posix')
tell(any([hasattr(each, '_exit') for each in gc.get_referents(posix.__dict__) + [posix]]))
#: a finaliser that looks for posix
class A:
    def __del__(self):
        tell(hasattr(lib('posix'), 'system'))
a = A()
a.__del__()
#: a codec of one's own
lib('codecs').register(lambda name: tell(hasattr(lib('posix'), 'execv')) if name == 'x_walls' else None)
try:
    b''.decode('x_walls')
except LookupError:
    pass
#: what a coroutine's frame holds
async def f():
    pass
c = f()
tell(hasattr(c.cr_frame.f_builtins['exec'].__globals__['_real_import']('posix'), 'killpg'))
c.close()
#: an attribute by the type's own way
tell(hasattr(getattr(lib('posix'), '__getattribute__')('openpty'), '__call__'))
