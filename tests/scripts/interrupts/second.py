print('ready')
while True:
    try:
        while True:
            pass
    except KeyboardInterrupt:
        print('ignored')
