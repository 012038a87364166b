# The door of names: what a script can import.
#: CPython's library
import logging
print('LEAK')

#: CPython's os under its own name
import os
os.environ
print('LEAK')

#: posix
import posix
print('LEAK')

#: java
import java
print('LEAK')

#: polyglot
import polyglot
print('LEAK')

#: __graalpython__ by import
import __graalpython__
print('LEAK')

#: __graalpython__ as a built-in
__graalpython__
print('LEAK')

#: ctypes
import ctypes
print('LEAK')

#: importlib
import importlib
print('LEAK')

#: exec with globals of its own
exec('import logging', {})
print('LEAK')

#: __import__ called by hand
__import__('logging')
print('LEAK')

#: __import__ with a library's name
__import__('logging', {'__name__': 'codecs', '__spec__': None})
print('LEAK')

#: java by the importer behind the built-in modules
for c in object.__subclasses__():
    if c.__name__ == 'BuiltinImporter':
        c.load_module('java').type('java.lang.String')
        print('LEAK')

#: polyglot by the same importer
for c in object.__subclasses__():
    if c.__name__ == 'BuiltinImporter':
        c.load_module('polyglot').eval(language='python', string='1')
        print('LEAK')
