# says: there is no /usr/helpr.py; did you mean helper.py?
from usr.helpr import y

print(y)
