# says 2: usr-missing: there is no /usr/helpr.py. Did you mean helper?
from usr.helpr import y

print(y)
