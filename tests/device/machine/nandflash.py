# No flash memory of NAND cells is connected (facts-board.md B2.120).
from machine import NANDFLASH

for call in (
    lambda: NANDFLASH.open("a.txt", "w"),
    lambda: NANDFLASH.listdir(),
    lambda: NANDFLASH().listdir("/"),
    lambda: NANDFLASH.exist("a.txt"),
    lambda: NANDFLASH.freesize(),
):
    try:
        print(call())
    except ValueError as e:
        print(e)
