# says 2: usr-missing: a module's name has no ending. Write usr.helper.
import usr.helper.py

print(usr.helper.y)
