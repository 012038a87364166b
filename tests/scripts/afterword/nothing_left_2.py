import misc
print(f'{1}')
misc.Power.powerDown()
