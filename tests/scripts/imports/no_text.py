def attempt(name, content):
    with open('/usr/' + name + '.py', 'wb') as f:
        f.write(content)
    try:
        exec('from usr import ' + name)
        print(name, 'imported')
    except (SyntaxError, RuntimeError):
        print(name, 'refused')
attempt('gbk', b"x = '\xd6\xd0'\n")
attempt('binary', b'\x7fELF\0\0')
attempt('bom', b'\xef\xbb\xbfx = 1\n')
attempt('nested', b'x = ' + b'(' * 5000 + b')' * 5000)
attempt('long', b'x = "' + b'x' * 10000000 + b'"')
