from usr import helper
import helper as again  # finds: usr-import

print(helper, again)
