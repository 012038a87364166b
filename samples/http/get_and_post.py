# ./qpy run samples/http/get_and_post.py
#
# A GET whose answer is read as JSON, a POST, and a download that is read in pieces into a file.
import request
import ujson
import uos

answer = request.get("http://httpbin.org/get?module=EC600S").json()
print("the server saw", answer["args"])

answer = request.post(
    "http://httpbin.org/post",
    data=ujson.dumps({"degrees": 21}),
    headers={"Content-Type": "application/json"},
).json()
print("the server got", answer["json"])

response = request.get("http://httpbin.org/bytes/5000", decode=False, sizeof=1024)
with open("/usr/download.bin", "wb") as file:
    for piece in response.content:
        file.write(piece)
print("downloaded", uos.stat("/usr/download.bin")[6], "bytes, status", response.status_code)
uos.remove("/usr/download.bin")
