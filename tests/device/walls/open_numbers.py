# open() takes names, no numbers: a number would be a descriptor of the PC.
import uio


class Path:
    def __fspath__(self):
        return "/usr/x"


for each in (0, 1, 2, 3, True, -1, 2 ** 31, 2 ** 70, 1.5, None, [], Path(), bytearray(b"/usr/x")):
    for how in (open, uio.open):
        for mode in ("r", "w", "a", "rb", "wb"):
            try:
                how(each, mode)
                print("opened", each, mode)
            except TypeError:
                pass
print("refused")
f = open(b"/usr/walls.txt", "w")
f.write("x")
f.close()
print(open("/usr/walls.txt").read())
