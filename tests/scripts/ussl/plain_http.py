try:
    ussl.wrap_socket(open_socket(80), server_hostname='h')
except OSError as e:
    print(e.args)
