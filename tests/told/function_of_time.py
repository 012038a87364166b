# says 4: no-name: the firmware of 2025 has no utime.sleep_s. Use utime.sleep.
import utime

utime.sleep_s(1)
