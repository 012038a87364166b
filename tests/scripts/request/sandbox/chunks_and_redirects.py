url = 'https://httpbin.org/'
n = sum(len(x) for x in request.get(url + 'stream-bytes/70000', decode=False, sizeof=1000).content)
r = request.get(url + 'redirect/1')
print(n, r.status_code, r.headers.get('Location') or r.headers.get('location'))
