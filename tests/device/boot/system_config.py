"""A fresh device has what the firmware's boot leaves (facts.md 7.5, 11.4), and a script may remove it."""

import ujson
import uos

print("system_config.json" in uos.listdir("/usr"))
with open("/usr/system_config.json") as file:
    print(ujson.load(file))
uos.remove("/usr/system_config.json")
print("system_config.json" in uos.listdir("/usr"))
