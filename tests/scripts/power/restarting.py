from misc import Power
import _thread, utime
boots = 0
try:
    boots = int(open('/usr/boots').read())
except OSError:
    pass
with open('/usr/boots', 'w') as file:
    file.write(str(boots + 1))
print('boot', boots, Power.powerOnReason())
def restart():
    utime.sleep(1)
    try:
        Power.powerRestart()
    except:
        print('caught')
    print('not reached')
if boots == 2:
    Power.powerDown()
_thread.start_new_thread(restart, ())
while True:
    utime.sleep_ms(400)
    print('.')
