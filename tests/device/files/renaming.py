# rename() checks before it moves anything; onto itself it does nothing
import uos


def raises(call, *arguments):
    try:
        return call(*arguments)
    except OSError as e:
        return e.args


def write(path, content):
    with open(path, "w") as file:
        file.write(content)


def read(path):
    with open(path) as file:
        return file.read()


def names(folder):
    return [name for name in uos.listdir(folder) if "." not in name]


write("/usr/p", "p")
for other in ("/usr/p", "/usr/../usr/p", "/usr/./p", "/usr/p/"):
    print(uos.rename("/usr/p", other), read("/usr/p"))
uos.chdir("/usr")
print(uos.rename("p", "../usr//p"), read("p"))
uos.mkdir("empty")
uos.mkdir("full")
write("full/x", "x")
print(uos.rename("full", "full/"), uos.listdir("full"))
print(raises(uos.rename, "/usr", "/bak/u"), raises(uos.rename, "/usr", "/usr/u"), raises(uos.rename, "/", "/usr/u"), raises(uos.rename, "/bak", "/usr"))
print(raises(uos.rename, "full", "full/sub"), raises(uos.rename, "full", "full/sub/deep"), uos.listdir("full"))
print(raises(uos.rename, "p", "empty"), raises(uos.rename, "p", "full"), raises(uos.rename, "full", "p"), raises(uos.rename, "empty", "full"))
print(raises(uos.rename, "no", "p"), raises(uos.rename, "p", "no/p"), raises(uos.rename, "p", "p/q"), raises(uos.rename, "p", "/q"))
print(raises(uos.rename, "p", "n" * 256), raises(open, "n" * 256, "w"), raises(uos.rename, "p", "a\0b"))
print(uos.rename("full", "empty"), uos.listdir("empty"), names("/usr"))
write("q", "q")
print(uos.rename("p", "q"), read("q"), names("/usr"))
print(uos.rename("empty", "/bak/there"), read("/bak/there/x"), names("/usr"))
print(raises(uos.remove, "/usr"), raises(uos.rmdir, "/usr"), raises(uos.rmdir, "/bak/there"), raises(uos.remove, "no"))
