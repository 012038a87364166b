import ujson
for text in ('', ' ', '{', '[1', '"a', 'nul', 'x', '[1]]', '1 2', '1,', '-', '1.2.3', '1-2', '{[1]: 2}',
             'NaN', '[Infinity]', '<html>', '"\\u12"', ']', '+1', "'a'", '{"a": }}', b'', 'True'):
    try:
        print(repr(text), ujson.loads(text))
    except ValueError as e:
        if str(e) != 'syntax error in JSON':
            print(repr(text), e)
for value in (None, 5, ['[]']):
    try:
        print(ujson.loads(value))
    except TypeError:
        pass
