try:
    while True:
        print('x' * 99)
except OSError as e:
    open('/usr/caught', 'w').close()
import uos
print(uos.listdir('/usr'))
