# says 4: syntax: ( is never closed. Write ) where it ends.
import utime

print('now', utime.ticks_ms()
for i in range(3):
    print(i)
