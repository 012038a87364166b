import usocket
for host in HOSTS:
    for kind in (usocket.AF_INET, usocket.AF_INET6):
        s = usocket.socket(kind, usocket.SOCK_STREAM)
        s.settimeout(1)
        try:
            s.connect((host, PORT))
            print('in by', host)
        except Exception as e:
            pass
        s.close()
