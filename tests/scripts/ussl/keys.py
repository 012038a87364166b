good = (CERT, KEY)
for cert, key in (good, ('no PEM', good[1]), (good[0], 'no PEM'), (good[0], LOCKED),
                  (good[0].encode(), PKCS8.encode())):
    try:
        ussl.wrap_socket(open_socket(), cert=cert, key=key).close()
        print('ok')
    except ValueError as e:
        print(e)
