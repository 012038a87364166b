# The door of objects: which Java members Python can touch; host is a host object.
#: a method that is not exposed
print('LEAK' if host.hidden() else '')

#: a field
print('LEAK' if host.field else '')

#: reflection
print('LEAK' if host.getClass() else '')

#: the class loader
print('LEAK' if host.getClass().getClassLoader() else '')

#: hashCode
print('LEAK' if host.hashCode() is not None else '')

#: the members' list
print('LEAK' if 'hidden' in dir(host) else '')

#: a Java class by name
import java
java.type('java.lang.System')
print('LEAK')

#: one of qpy's own classes
import java
java.type('io.qpy.runtime.Session')
print('LEAK')

#: another language
import polyglot
polyglot.eval(language='python', string='1')
print('LEAK')

#: a Java exception
try:
    host.fail()
except Exception as e:
    pass
except BaseException as e:
    print('LEAK')
