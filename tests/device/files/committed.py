# What is written is there, whole, from flush() or close() on
import uos


def read(path="/usr/c"):
    with open(path) as file:
        return file.read()


with open("/usr/c", "w") as file:
    print(uos.listdir("/usr").count("c"), repr(read()))
    file.write("old")
    print(repr(read()))
print(read())
file = open("/usr/c", "w")
print(read())
file.write("new")
print(read(), uos.stat("/usr/c")[6])
file.flush()
print(read())
file.write(" and newer")
print(read())
file.close()
print(read())
first, second = open("/usr/c", "w"), open("/usr/c", "w")
first.write("first")
second.write("second")
second.close()
first.close()
print(read())
reader = open("/usr/c")
print(reader.read(2))
with open("/usr/c", "w") as file:
    file.write("FIRST")
print(reader.read(), read())
removed = open("/usr/c", "w")
removed.write("ghost")
uos.remove("/usr/c")
removed.close()
print("c" in uos.listdir("/usr"))
moved = open("/usr/c", "w")
moved.write("moved")
uos.rename("/usr/c", "/usr/d")
moved.close()
print(uos.listdir("/usr").count("c"), read("/usr/d"))
replaced = open("/usr/d", "a")
replaced.write("+")
with open("/usr/e", "w") as file:
    file.write("e")
uos.rename("/usr/e", "/usr/d")
replaced.close()
print(read("/usr/d"))
