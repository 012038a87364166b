# says 4: no-name: the firmware of 2025 has no utime.strftime. Use '{:04d}-{:02d}-{:02d}'.format(*utime.localtime()).
import utime

print(utime.strftime("%Y"))
