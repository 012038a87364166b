files = []
try:
    for i in range(1000):
        files.append(open('/usr/f%d' % i, 'w'))
except OSError as e:
    print('OSError', e.args[0], len(files))
files = None
for i in range(600):
    f = open('/usr/f0')
print('collected')
