# says 2: no-module: the firmware of 2025 has no module 'requests'. Use request.
import requests

requests.get("http://httpbin.org/get")
