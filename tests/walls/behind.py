# Ways to what lies behind a module; they reach no further than the engine lets any code.
#: open's globals
tell('secret' in open.__globals__['_real_open']('SECRET').read())

#: a library's own import
posix = exec.__globals__['_real_import']('posix')
posix.read(posix.open('SECRET', 0), 9)
tell(True)

#: the frames of a traceback
try:
    1 / 0
except ZeroDivisionError as e:
    frame = e.__traceback__.tb_frame
    while frame.f_back is not None:
        frame = frame.f_back
    names = frame.f_globals
tell('secret' in names['_real_open']('SECRET').read())

#: a process by a library's import
import_ = exec.__globals__['_real_import']
import_('subprocess').run(['true'], check=True)
tell(True)

#: the environment by a library's import
import_ = exec.__globals__['_real_import']
tell('PATH' in import_('posix').environ or b'PATH' in import_('posix').environ)

#: a Java class by a library's import
import_ = exec.__globals__['_real_import']
import_('java').type('java.lang.System').getProperty('user.home')
tell(True)
