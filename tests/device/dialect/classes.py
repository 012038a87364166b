# A class is shown by its name alone, wherever it was defined.
class Sensor:
    class Reading:
        pass


def make():
    class Inner(Sensor):
        pass

    return Inner


print(Sensor, Sensor.Reading, make())
print(type(make()()), repr(Sensor()).startswith("<Sensor object at "))
print(isinstance(make()(), Sensor), make().__name__)
for text in ("1 +", "@micropython.unknown\ndef f():\n    pass"):
    try:
        exec(text)
    except SyntaxError:
        print("SyntaxError")
names = {}
exec("x = 6\ny = x * 7", names)
print(names["y"], eval("x + y", names))
