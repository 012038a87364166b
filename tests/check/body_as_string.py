import request

answer = request.get("http://httpbin.org/get")
for part in answer.text:
    print(part)
print(len(answer.content))  # finds: body-parts
print(answer.content.__next__())
