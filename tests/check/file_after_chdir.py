# Nobody can tell where a name without a folder is looked for; nothing here is to be found.
from uos import chdir

chdir("/sd")
open("log.txt", "w").close()
