# ./qpy run samples/log/levels.py
#
# Levels, arguments, and a logger that has a level of its own.
import log

log.basicConfig(level=log.WARNING)

radio = log.getLogger("radio")
radio.info("not shown: below the level of all loggers")
radio.warning("signal is %d of %d", 7, 31)

sensor = log.getLogger("sensor")
sensor.setLevel(log.DEBUG)
sensor.debug("shown: this logger's own level is DEBUG")
sensor.critical({"degrees": 99})
