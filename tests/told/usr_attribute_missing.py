# says 4 in run: no-name: usr.helper has no Y. Did you mean y?
from usr import helper

print(helper.Y)
