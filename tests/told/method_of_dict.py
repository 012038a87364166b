# says 3: no-method: the firmware of 2025 has no dict.has_key. Use the operator in.
settings = {'port': 1883}
if settings.has_key('port'):
    print(settings['port'])
