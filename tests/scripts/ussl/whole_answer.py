w = ussl.wrap_socket(open_socket(443), server_hostname='h')
w.write('GET /bytes/100000 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n')
answer = w.read()
print(answer.startswith(b'HTTP/1.1 200'), len(answer) > 100000)
