# says 2: no-module: the firmware of 2025 has no module 'datetime'. Use utime.localtime and utime.mktime.
from datetime import datetime

print(datetime.now())
