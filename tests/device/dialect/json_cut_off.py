# JSON text that was cut off.
import ujson

for text in ('{"a":1', '{"a":1,', '[1, 2', '[1,', "[", "{", '{"a":', '{"a"', '{"a": [1', "[[1]", "[[1", '["a', '{"a": tru', "", '{"a": {}', "1", "[1]]"):
    try:
        print(text, ujson.loads(text))
    except ValueError:
        print(text, "ValueError")
