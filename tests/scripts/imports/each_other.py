def module(name, text):
    with open('/usr/' + name + '.py', 'w') as f:
        f.write(text)
module('a', 'from usr import b\nx = 1\n')
module('b', 'from usr import a\ny = hasattr(a, "x")\n')
module('c', 'from usr.d import y\nx = 1\n')
module('d', 'from usr.c import x\ny = 1\n')
from usr import a
print(a.x, a.b.y)
from usr import c
