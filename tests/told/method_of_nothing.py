# says 4 in run: no-method: the value is None, which has no info. Look at what gave it: a call that returns nothing gives None.
import log

log.basicConfig(level=log.INFO).info("started")
