import log
getattr(log, "x" * 1000000)
