# A star gives names that are not looked up; nothing here is to be found.
from usr.helper import *


def use():
    return SOMETHING


print(use())
