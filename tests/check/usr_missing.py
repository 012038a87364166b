from usr import helper
from usr import absent  # finds: usr-missing
import usr.absent.part  # finds: usr-missing
from usr.helper import anything

print(helper, absent, usr, anything)
