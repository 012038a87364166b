# says 2: usr-missing: there is no /usr/Helper.py. Did you mean helper?
from usr import Helper

print(Helper.y)
