# target: 2021
import request

request.post("http://httpbin.org/post", files={"filepath": "/usr/a"})  # finds: keyword
