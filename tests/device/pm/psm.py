"""The settings of power saving mode; B4.5, B4.6."""

import pm

print(pm.get_psm_time(), pm.get_psm_netinfo(), pm.set_psm_time(0))
print(pm.set_psm_time(1, 2, 1, 4), pm.get_psm_time(), pm.get_psm_netinfo())
print(pm.set_psm_time(0), pm.get_psm_time(), pm.set_psm_time(1), pm.get_psm_time()[0])
print("no such unit", pm.set_psm_time(8, 1, 0, 1), pm.set_psm_time(0, 1, 3, 1), pm.set_psm_time(-1, 1, 0, 1))
print("too many", pm.set_psm_time(0, 32, 0, 1), pm.set_psm_time(0, 1, 0, -1), pm.set_psm_time(3))
print("as before", pm.get_psm_time())
print(pm.set_psm_time(7, 0, 7, 0), pm.get_psm_netinfo())
print("forgotten", pm.set_psm_time(2), pm.get_psm_time())
for wrong in ((), (1, 2), ("1",), (1, 2, 1, None)):
    try:
        pm.set_psm_time(*wrong)
        print("taken")
    except TypeError as e:
        print(e)
