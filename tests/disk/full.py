# On a disk of 600 KB: what does not fit is refused, and what was there stays, whole.
import uos


def write(path, size, letter):
    with open(path, "w") as f:
        for i in range(size // 1000):
            f.write(letter * 1000)


def tried(path, size, letter):
    try:
        write(path, size, letter)
        return "written"
    except OSError as e:
        return e.args[0]


def shown(path):
    with open(path) as f:
        text = f.read()
    return len(text), text[:1], text == text[:1] * len(text)


write("/usr/config", 100000, "o")
print("too large", tried("/usr/config", 2000000, "n"), shown("/usr/config"))
print("new", tried("/usr/other", 2000000, "x"), shown("/usr/other"))
write("/usr/config", 50000, "s")
print("that fits", shown("/usr/config"))
count = 0
while tried("/usr/many%d" % count, 20000, "m") == "written":
    count += 1
print("many", count > 3, shown("/usr/many0"))
uos.rename("/usr/config", "/usr/renamed")
print("renamed", shown("/usr/renamed"), "config" in uos.listdir("/usr"))
