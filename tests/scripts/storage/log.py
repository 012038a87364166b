# What is written to a card is there at the next start.
import uos

card = uos.VfsFat(1, 0, 4, 1)
uos.mount(card, "/sd")
with open("/sd/log.txt", "a") as f:
    f.write("start\n")
print(open("/sd/log.txt").read().count("start"), uos.listdir("/sd"))
