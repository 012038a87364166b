# Files that are dropped without close() make room for others, and what was written into them is there then.
import uos


def write(i):
    open("/usr/dropped%d" % i, "w").write("x" * (i % 7))


for i in range(600):
    write(i)
# No more than 256 are open at a time: those before were collected, but for one or two that a frame may still hold.
print(len([i for i in range(600 - 256) if uos.stat("/usr/dropped%d" % i)[6] != i % 7]) <= 2)

held = open("/usr/held", "w")
held.write("not yet")
for i in range(600):
    open("/usr/dropped1").read()
print(uos.stat("/usr/held")[6], held.tell())
held.close()
print(uos.stat("/usr/held")[6])
