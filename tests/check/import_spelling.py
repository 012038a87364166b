import time as t  # finds: module-spelling
from json import loads  # finds: module-spelling

print(t, loads)
