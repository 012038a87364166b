# says: 'helper' is in /usr, which the module does not search: write 'from usr import helper'
import helper

print(helper.y)
