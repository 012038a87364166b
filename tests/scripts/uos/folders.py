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
