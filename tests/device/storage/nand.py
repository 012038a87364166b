# machine.NANDFLASH: files by numbers (facts-board.md B2.120).
import uos
from machine import NANDFLASH

nand = NANDFLASH
print(nand.getcwd(), repr(nand.listdir()), nand.freesize(), nand.exist("a.txt"))
f = nand.open("a.txt", "w")
print(f > 0, nand.write(b"hello world", 5, f), nand.close(f), nand.close(f))
print(nand.exist("/a.txt"), nand.filesize("a.txt"), nand.listdir(), nand.freesize())
f = nand.open("a.txt", "r")
data = bytearray(3)
print(nand.read(data, 3, f), data, nand.read(data, 9, f), data, nand.read(data, 3, f))
print(nand.seek(f, -4, 2), nand.read(data, 2, f), data, nand.seek(f, -9, 0), nand.write(b"x", 1, f), nand.close(f))
print(nand.mkdir("log"), nand.mkdir("log"), nand.chdir("log"), nand.getcwd(), nand.chdir("none"), nand.rename("/a.txt", "b.txt"))
print(nand.listdir(), nand.listdir("/"), nand.listdir("none"), nand.rmdir("/log"), nand.remove("/log"), nand.open("c", "x"))
print(uos.listdir("/"), nand.sync(), nand.chdir(".."), nand.remove("log/b.txt"), nand.rmdir("log"), repr(nand.listdir()))
f = nand.open("big", "a+")
print(nand.write(bytes(2000000), 2000000, f), nand.write(bytes(1000000), 1000000, f), nand.close(f), nand.filesize("big"))
print(nand.format(), repr(nand.listdir()), nand.freesize(), nand.filesize("big"), nand.read(data, 1, 99))
