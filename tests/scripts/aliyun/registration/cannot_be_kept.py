import uos
uos.mkdir('/usr/secret.json.new')
