# says 2 in run: no-name: usr.helper has no yy. It has y.
from usr.helper import yy, y

print(yy)
