import ujson
for value in (None, True, 7, -1.5, 1e100, 'a"\\\n\x01', '中文', b'raw', (1, [2, {}]), {},
              {'a': 1, 'b': [None, False]}, {1: 2}, {None: 0, True: 1}, [float('inf'), float('nan')],
              {b'k': bytearray(b'v')}, {3}):
    print(ujson.dumps(value))
