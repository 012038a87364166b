# says 2: no-module: the firmware of 2025 has no module 'urllib'. Use request.
import urllib.request

print(urllib.request.urlopen('http://httpbin.org/get'))
