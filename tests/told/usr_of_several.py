# says 2: usr-missing: there is no /usr/sensors.py. These are there: …
from usr import helper, sensors

print(helper.y, sensors.read())
