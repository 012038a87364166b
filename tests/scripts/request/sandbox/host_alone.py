r = request.get('http://httpbin.org/get').json()
print(r['headers'], r['url'])
