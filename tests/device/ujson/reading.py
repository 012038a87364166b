import ujson, json
assert json is ujson
for text in ('{"a": [1, 2.5, -3e2, null, true, false, "x"]}', ' \n7 ', '"\\u4e2d\\n\\/\\""', b'[1]',
             bytearray(b'"\xe4\xb8\xad"'), '[1 2]', '{"a" 1}', '[1, 2,]', '{"a": 1,}', '[[],{}]',
             '{"a":}', '[1}', '{1: 2}', '"a\tb"', '["\\q" 007]', '[1,,2]', '""', '[-5 1.5]'):
    print(ujson.loads(text))
