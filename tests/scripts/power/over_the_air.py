"""What app_fota leaves behind, made by hand; the next start has another main.py."""

import app_fota_download
import ql_fs
from misc import Power

print("old")
ql_fs.mkdirs("/usr/.updater/usr")
with open("/usr/.updater/usr/main.py", "w") as file:
    file.write("print('new')\n")
app_fota_download.update_download_stat("", "/usr/main.py", 13)
app_fota_download.set_update_flag()
if not ql_fs.path_exists("/usr/stay"):
    Power.powerRestart()
