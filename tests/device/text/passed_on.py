# Bytes that are no UTF-8 stay what they are on every way through text: HTTP both ways, MQTT both ways, JSON, a file, a log.
import _thread
import request
import ujson
import umqtt
import usocket
import utime

GBK = b"\xcc\xec\xc6\xf8 \xff\x80"
text = GBK.decode()
listener = usocket.socket()
listener.bind(("127.0.0.1", 28611))
listener.listen(1)
got = []


def echo():
    connection = listener.accept()[0]
    data = b""
    while b"\r\n\r\n" not in data:
        data += connection.recv(1000)
    head, _, body = data.partition(b"\r\n\r\n")
    while len(body) < len(GBK):
        body += connection.recv(1000)
    got.append(body)
    connection.send(b"HTTP/1.1 200 OK\r\nX-Name: " + GBK + b"\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
    connection.close()


for data in (text, GBK):
    _thread.start_new_thread(echo, ())
    answer = request.post("http://127.0.0.1:28611/", data=data)
    whole = "".join(answer.text)
    print("http", got.pop() == GBK, whole == text, whole.encode() == GBK, GBK in answer.headers["X-Name"].encode())
    answer.close()
listener.close()

client = umqtt.MQTTClient("passed-on", "mq.tongxinmao.com", 18830)
client.set_callback(lambda topic, message: got.append(message))
client.connect()
client.subscribe("/passed/on")
for message in (text, GBK):
    client.publish("/passed/on", message)
    client.wait_msg()
    print("mqtt", got[0] == GBK, got.pop().decode() == text)
client.disconnect()

print("json", ujson.loads(ujson.dumps({"a": text}))["a"].encode() == GBK)
with open("/usr/gbk.txt", "w") as f:
    f.write(text)
with open("/usr/gbk.txt", "rb") as f:
    print("file", f.read() == GBK)
with open("/usr/gbk.txt") as f:
    print("text file", f.read() == text)
print("format", "{}%s".format(text).encode() == GBK + b"%s", ("%s" % text).encode() == GBK, (text + "x")[:-1] == text)
