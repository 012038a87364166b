import usys

usys.exit(3)
