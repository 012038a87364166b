import log
getattr(log, "\ud800x")
