r = request.get('https://httpbin.org/get')
print(r.status_code, r.json()['url'])
