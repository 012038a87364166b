# says: no firmware has utime.strftime: use '{:04d}-{:02d}-{:02d}'.format(*utime.localtime())
import utime

print(utime.strftime("%Y"))
