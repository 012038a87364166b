import utime

try:
    runs = int(open("/usr/runs.txt").read())
except OSError:
    runs = 0
with open("/usr/runs.txt", "w") as file:
    file.write(str(runs + 1))
print("run", runs + 1)
while True:
    utime.sleep(1)
