import request
r = request.get('http://host', sizeof=1)
print(next(r.content))
