# Text files translate nothing; positions are offsets in bytes
def written(content, mode="w"):
    with open("/usr/t", mode) as file:
        file.write(content)


def raises(call):
    try:
        return call()
    except Exception as e:
        return type(e).__name__, e.args


written("a\r\nb\rc\n")
print(open("/usr/t").read() == "a\r\nb\rc\n", open("/usr/t", "rb").read())
print(open("/usr/t").readlines(), list(open("/usr/t")))
written("one\ntwo\nthree\n")
file = open("/usr/t")
print(file.seek(-4, 2), file.read(), file.tell(), file.seek(4), file.readline(), file.seek(-2, 1), file.read(3), file.tell())
print(file.seek(100), file.read(), file.tell(), raises(lambda: file.seek(-1)), raises(lambda: file.seek(-200, 2)))
file.close()
print(raises(file.read), raises(lambda: file.write("x")), raises(file.tell), raises(file.flush), raises(file.readline), file.close())
print(raises(lambda: open("/usr/t", "rw")), raises(lambda: open("/usr/t", "+r")), raises(lambda: open("/usr/t", "x")), raises(lambda: open("/usr/no")))
print(raises(lambda: open("/usr")), raises(lambda: open("/usr", "w")), raises(lambda: open("/usr/t/x", "w")), raises(lambda: open("/usr/no/x", "w")))
print(raises(lambda: open("/usr/t").write("x")), raises(lambda: open("/usr/t", "a").read()))
file = open("/usr/t", "r+")
print(file.readline(), file.write("TWO"), file.read(), file.seek(0), file.read())
file.close()
file = open("/usr/t", "a+")
print(file.tell(), file.read(3), file.write("four\n"), file.tell(), file.read(), file.seek(0), file.read())
file.close()
file = open("/usr/t", "w+")
print(file.write("abc"), file.seek(1), file.read(1), file.write("X"), file.seek(0), file.read())
file.seek(5)
file.write("!")
file.close()
print(open("/usr/t", "rb").read())
written("é一😀x\n二")
file = open("/usr/t")
print(file.read(1) == "é", file.tell(), file.read(2) == "一😀", file.tell(), file.readline(), file.read(9) == "二", file.read(1) == "")
print(open("/usr/t").readline(3) == "é" + b"\xe4".decode(), file.seek(0), file.readinto(bytearray(4)), file.tell())
print(open("/usr/t", "w").write("é"), open("/usr/t", "wb").write("é"), open("/usr/t", "w").write(b"\xff"), open("/usr/t", "w").write(bytearray(3)))
print(open("/usr/t", "wb").write(b"abcdef", 2), open("/usr/t", "wb").write(b"abcdef", 4, 9), raises(lambda: open("/usr/t", "w").write(5)))
written(b"\xcc\xec\xff")
print(open("/usr/t").read().encode(), open("/usr/t", "rb"), open("/usr/t"))
buffer = bytearray(b"......")
written("123456789", "wb")
file = open("/usr/t", "rb")
print(file.readinto(buffer, 2), file.readinto(buffer), buffer, file.readinto(buffer), file.readinto(buffer), file.read(), file.readline())
written("x" * 5000 + "\n" + "y" * 5000 + "\n")
print([len(line) for line in open("/usr/t")], len(open("/usr/t").readline(4500)), len(open("/usr/t").read(9000)))
