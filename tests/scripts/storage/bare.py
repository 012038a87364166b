# Nothing is connected beside the module.
import uos
from machine import NANDFLASH

for call in (
    lambda: uos.VfsFat(1, 0, 4, 1),
    lambda: uos.VfsSd("sd_fs"),
    lambda: uos.VfsLfs1(32, 32, 32, "ext_fs", 1, 0),
    lambda: uos.VfsLfs2(32, 32, 32, "ext_fs", 1, 0),
    lambda: NANDFLASH().listdir(),
):
    try:
        call()
    except (OSError, ValueError) as e:
        print(repr(e))
NANDFLASH().sync()
