# says 5: no-method: the firmware of 2025 has no log.Logger.warn. Use warning.
import log

logger = log.getLogger('app')
logger.warn('low battery')
