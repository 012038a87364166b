# says 3 in check: f-string: MicroPython has f-strings from 1.17 on. Use '{}'.format(x) or '%s' % x.
temperature = 21
print(f'{temperature} degrees')
