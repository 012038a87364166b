import usocket

server = usocket.socket(usocket.AF_INET, usocket.SOCK_STREAM)
server.bind(("127.0.0.1", 8123))
server.listen(1)
client = usocket.socket(usocket.AF_INET, usocket.SOCK_STREAM)
client.connect(("127.0.0.1", 8123))
file = open("/usr/left_open.txt", "w")
file.write("not flushed")
