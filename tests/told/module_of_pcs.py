# says: no firmware has requests: use request
import requests

requests.get("http://httpbin.org/get")
