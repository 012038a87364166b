"""PSM under qpy run, facts-board.md B4.7: what runs ends, and the next start is by reason 8."""

import pm
import utime
from misc import Power

print("reason", Power.powerOnReason(), pm.get_psm_time(), utime.ticks_ms() // 1000)
if Power.powerOnReason() == 1:
    pm.set_psm_time(0, 1, 0, 15)
    pm.autosleep(1)
    utime.sleep(3600)
    print("never")
