# says 2: no-name: the firmware of 2025 has no log.getlogger. Did you mean getLogger?
from log import getlogger

getlogger("app")
