import usocket

s = usocket.socket(usocket.AF_INET, usocket.SOCK_STREAM)
s.settimeout(seconds=5)  # finds: keyword
s.close()
