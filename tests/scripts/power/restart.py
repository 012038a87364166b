from misc import Power
Power.powerRestart()
