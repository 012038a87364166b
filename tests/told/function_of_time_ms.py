# says 4: no-name: the firmware of 2025 has no utime.delay_ms. Use utime.sleep_ms.
import utime

utime.delay_ms(100)
