# says 2 in check: no-method: the firmware of 2025 has no str.zfill. Use '%05d' % n.
print('21'.zfill(4))
