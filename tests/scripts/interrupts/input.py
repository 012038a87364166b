print('ready')
input()
