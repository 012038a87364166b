import ujson
import uos
import usys

print(uos.getcwd(), uos.listdir("/"), usys.argv, usys.path, len(usys.modules))
print(ujson.dumps({"a": [1, 2.5, None]}), ujson.loads(b'"\xc3\xa9"'))
print([each.__name__ for each in (open, exec, eval, compile, input, help, __build_class__)])
print(sorted(name for name in dir(__builtins__) if name.startswith("__")))
try:
    open("left.txt")
except OSError as e:
    print(e)
