# says 4 in run: no-file: there is no /usr/log. In /usr are …
import uos

print(uos.listdir('/usr/log'))
