# says 4: no-name: the firmware of 2025 has no log.getlogger. Did you mean getLogger?
import log

log.getlogger("app").info("hello")
