import log
print(f"{1} degrees")
log.info("app", "started")
