# says 4: no-method: the firmware of 2025 has no misc.Power.getVBatt. Did you mean getVbatt?
from misc import Power

print(Power.getVBatt())
