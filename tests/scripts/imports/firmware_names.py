for name in ('ujson', 'json'):
    with open('/usr/' + name + '.py', 'w') as f:
        f.write('mine = True\n')
import sys, ujson
sys.path = ['/usr'] + sys.path
import json
print(hasattr(ujson, 'mine'), json is ujson)
from usr import ujson as mine, json
print(mine.mine, json.mine, mine is not json)
