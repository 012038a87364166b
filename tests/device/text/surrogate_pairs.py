s = '\ud83d\ude00'
print(len(s), s == '\U0001f600')
with open('/usr/s', 'w') as f:
    f.write('\U0001f600')
print(open('/usr/s', 'rb').read(), open('/usr/s').read() == '\U0001f600')
