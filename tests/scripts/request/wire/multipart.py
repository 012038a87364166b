import request, utime
utime.time = lambda: 77
for name in 'ab':
    with open('/usr/' + name, 'wb') as f:
        f.write(name.encode() + b'\xff')
files = {'filepath': '/usr/a', 'filename': 'a.bin', 'filepath1': '/usr/b', 'name1': 'name="x"'}
request.post('http://host', files=files).close()
