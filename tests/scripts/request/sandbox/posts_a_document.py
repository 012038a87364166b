r = request.post('http://httpbin.org/post', data=ujson.dumps({'k': 'v'})).json()
print(r['json'], r['data'])
