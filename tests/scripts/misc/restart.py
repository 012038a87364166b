from misc import Power
print(Power.powerOnReason(), Power.powerDownReason(), Power.getVbatt())
Power.powerRestart()
print('not reached')
