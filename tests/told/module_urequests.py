# says 2: no-module: the firmware of 2025 has no module 'urequests'. Use request.
import urequests

print(urequests.get('http://httpbin.org/get').text)
