"""remove() takes an empty folder too: littlefs makes no difference, and the firmware's ql_fs.rmdirs() relies on it."""

import uos

uos.mkdir("/usr/remove_me")
open("/usr/remove_me/file", "w").close()
try:
    uos.remove("/usr/remove_me")
except OSError as e:
    print(e.args)
uos.remove("/usr/remove_me/file")
print(uos.remove("/usr/remove_me"), "remove_me" in uos.listdir("/usr"))
try:
    uos.remove("/usr/remove_me")
except OSError as e:
    print(e.args)
