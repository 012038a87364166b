from misc import Power
import utime
if Power.powerOnReason() == 1:
    Power.powerRestart()
print('again')
try:
    utime.sleep(1000)
except KeyboardInterrupt:
    print('interrupted')
