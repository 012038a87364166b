# says 4: path: settings.json lies in /usr. Write '/usr/settings.json'.
import ujson

print(ujson.load(open('/settings.json')))
