# says 2: usr-import: the module does not look for 'helper' in /usr. Write from usr import helper.
import helper

print(helper.y)
