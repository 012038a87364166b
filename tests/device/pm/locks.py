"""Wake locks, as the documentation's example uses them; B4.1, B4.2, B4.4."""

import pm
import utime

lpm_fd = pm.create_wakelock("test_lock", len("test_lock"))
print("lock", lpm_fd, pm.create_wakelock("another"), pm.create_wakelock("", 0))
print("autosleep", pm.autosleep(1), pm.autosleep(0), pm.autosleep(2), pm.autosleep(1))
before = utime.ticks_ms()
utime.sleep_ms(20)
print("as long as ever", 20 <= utime.ticks_diff(utime.ticks_ms(), before))
print("locked", pm.wakelock_lock(lpm_fd), pm.wakelock_lock(lpm_fd), pm.wakelock_lock(40))
print("released", pm.wakelock_unlock(lpm_fd), pm.wakelock_unlock(-1))
print("locks", pm.get_wakelock_num())
print("deleted", pm.delete_wakelock(lpm_fd), pm.delete_wakelock(lpm_fd), pm.get_wakelock_num())
print("its number again", pm.create_wakelock("third") == lpm_fd)
for wrong in (lambda: pm.create_wakelock(5), lambda: pm.autosleep("1"), lambda: pm.wakelock_lock(None)):
    try:
        wrong()
        print("taken")
    except TypeError as e:
        print(e)
