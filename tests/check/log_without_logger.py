import log

log.basicConfig(level=log.INFO)
log.info("started")  # finds: no-name
main = log.getLogger("main")
main.info("started")
