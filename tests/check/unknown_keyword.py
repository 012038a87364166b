import request

answer = request.get("http://httpbin.org/get", params={"a": 1})  # finds: keyword
print(answer.status_code)
