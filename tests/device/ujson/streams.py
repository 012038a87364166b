import ujson, uio
with open('/usr/a.json', 'w') as f:
    ujson.dump({'t': '中', 'n': list(range(3))}, f)
with open('/usr/a.json') as f:
    print(ujson.load(f))
print(ujson.load(uio.BytesIO(b'[1]')))
big = [{'id': i, 'name': 'item %d' % i, 'v': [i * 1.5, None, True]} for i in range(500)]
print(ujson.loads(ujson.dumps(big)) == big)
print([name for name in dir(ujson) if name[0] != '_'])
