# says 4 in check: no-name: the firmware of 2025 has no log.info. Call it on a logger, log.getLogger(name).
import log

log.info('app', 'started')
