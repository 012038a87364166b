# SD cards and a flash memory beside the module's own, as folders below the root.
import ql_fs
import uos
import usys
from uos import VfsFat, VfsLfs1, VfsLfs2, VfsSd


def number(call, *arguments):
    try:
        return call(*arguments)
    except OSError as e:
        return e.args[0]


card = VfsFat(1, 0, 4, 1)
print(uos.mount(card, "/sd"), uos.listdir("/sd"), uos.listdir("/"), uos.statvfs("/sd"))
f = open("/sd/test.txt", "w+")
print(f.write("0123456"))
f.close()
print(uos.listdir("/sd"), open("/sd/test.txt").read(), uos.stat("/sd/test.txt")[:7], uos.stat("/sd")[0])
print(uos.statvfs("/sd"), uos.statvfs("/usr")[:3])
uos.mkdir("/sd/log")
uos.rename("/sd/test.txt", "/sd/log/a.txt")
print(list(uos.ilistdir("/sd")), list(uos.ilistdir("/sd/log")))
print(ql_fs.file_copy("/usr/copy.txt", "/sd/log/a.txt"), open("/usr/copy.txt").read())
print(number(uos.rename, "/sd/log/a.txt", "/usr/b.txt"), number(uos.rmdir, "/sd"), number(uos.mkdir, "/sd"))
print(number(open, "/sd/none.txt"), number(uos.listdir, "/ext"), number(open, "/sd-card/log/a.txt"), number(uos.stat, "/sd-card"))

for call, path in ((card, "/sd"), (card, "/usr"), (card, "/"), (card, "/a/b")):
    print(path, number(uos.mount, call, path))
print(number(uos.umount, "/none"), uos.chdir("/sd/log"), uos.getcwd(), uos.umount("/sd"), uos.getcwd(), uos.listdir("/"))
print(number(open, "/sd/log/a.txt"), number(open, "/sd/new.txt", "w"))

# What is on it is there under another name, and for VfsSd, which is the same card.
slot = VfsSd("sd_fs")
uos.mount(slot, "/card")
print(uos.listdir("/card"), slot.set_det(slot.GPIO10, 0), slot.set_det(99, 0), slot.set_det(slot.GPIO10, 2))
print(slot.set_callback(print), uos.set_callback(print), uos.set_det(slot.GPIO10, 1))

with open("/card/log/on_card.py", "w") as f:
    f.write("print('imported from the card', __name__)\n")
usys.path.append("/card/log")
import on_card

flash = VfsLfs1(32, 32, 32, "ext_fs", 1, 0)
uos.mount(flash, "/ext")
with open("/ext/test.txt", "w") as f:
    f.write("hello world!!!")
print(uos.listdir("ext"), uos.statvfs("/ext")[2:4], uos.listdir("/"))
uos.umount("/ext")
uos.mount(VfsLfs2(32, 32, 32, "ext_fs", 1, 0), "/other")
print(open("/other/test.txt").read())
uos.mount(VfsLfs1(32, 32, 32, "customer_fs", 0, 0), "/own")
print(open("/own/copy.txt").read(), number(uos.mount, VfsLfs1(32, 32, 32, "customer_backup_fs", 0, 0), "/bak"))
print(number(VfsLfs1, 32, 32, 32, "ext_fs", 0, 0), number(VfsLfs1, 32, 32, 32, "other", 1, 0), number(uos.VfsEmmc, "emmc"))

# Full.
uos.mount(card, "/full")
with open("/full/big.bin", "wb") as f:
    print(f.write(bytes(1000000)))
free = uos.statvfs("/full")[3]
print(free)
f = open("/full/more.bin", "wb")
print(number(f.write, bytes(4096 * free)), number(f.write, bytes(8192)))
print(number(f.close), uos.listdir("/full"), uos.stat("/full/more.bin")[6], uos.statvfs("/full")[3])
f = open("/full/log/a.txt", "ab")
print(f.write(b"x"), number(f.write, bytes(4096 * free)), number(f.close))
made = 0
try:
    while True:
        uos.mkdir("/full/%d" % made)
        made += 1
except OSError as e:
    print(made, e)
try:
    for i in range(3):
        open("/full/empty%d" % i, "w").close()
except OSError as e:
    print(i, e.args[0])
uos.remove("/full/big.bin")
with open("/full/more.bin", "wb") as f:
    print(f.write(bytes(8192)), uos.stat("/full/more.bin")[6])
print(uos.stat("/full/more.bin")[6])
