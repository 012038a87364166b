with open('/usr/a.txt', 'w') as f: f.write('hello')
files = {'filepath': '/usr/a.txt', 'filename': 'a.txt'}
print(request.post('http://httpbin.org/post', files=files).json()['files'])
