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
