# The door of effects: what can happen outside, for code that has passed the door of names. SECRET_FILE, FOLDER, PORT and JAR are replaced.
#: read a file
print('LEAK' if 'secret' in open('SECRET_FILE').read() else '')

#: read a file by ..
print('LEAK' if open('/usr/../SECRET_FILE'.replace('//', '/')).read() else '')

#: read a file as bytes, unbuffered
import io
print('LEAK' if io.FileIO('SECRET_FILE').read() else '')

#: open a file by descriptor
import os
os.read(os.open('SECRET_FILE', os.O_RDONLY), 9)
print('LEAK')

#: write a file
open('FOLDER/written', 'w').write('x')
print('LEAK')

#: list a folder
import os
print('LEAK' if 'secret.txt' in os.listdir('FOLDER') else '')

#: scan a folder
import os
print('LEAK' if list(os.scandir('FOLDER')) else '')

#: look at a file
import os
os.stat('SECRET_FILE')
print('LEAK')

#: remove a file
import os
open('FOLDER/gone', 'w').close()
os.remove('FOLDER/gone')
print('LEAK')

#: make a folder
import os, random
os.mkdir('FOLDER/made%d' % random.randrange(10**9))
print('LEAK')

#: read through a symbolic link
print('LEAK' if open('FOLDER/link').read() else '')

#: a traceback's source lines
import traceback
try:
    exec(compile('1/0', 'SECRET_FILE', 'exec'))
except ZeroDivisionError:
    print('LEAK' if "host's" in traceback.format_exc() else '')

#: linecache
import linecache
print('LEAK' if linecache.getline('SECRET_FILE', 1) else '')

#: import a file of the host
import sys
sys.path.append('FOLDER')
import hostmodule
print('LEAK')

#: the environment
import os
print('LEAK' if 'PATH' in os.environ else '')

#: a process
import subprocess
subprocess.run(['true'])
print('LEAK')

#: a shell
import os
print('LEAK' if os.system('true') == 0 else '')

#: a socket
import socket
socket.create_connection(('127.0.0.1', PORT))
print('LEAK')

#: a server
import socket
socket.socket().bind(('127.0.0.1', 0))
print('LEAK')

#: a look-up of a name
import socket
socket.gethostbyname('localhost')
print('LEAK')

#: the JDK's own files
print('LEAK' if open('JAR').read() else '')
