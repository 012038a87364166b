import request
request.get('https://my.host/', timeout=5, ssl_params={'cert': cert, 'key': key})
