# says 2 in check: keyword: print() has no parameter flush. It takes sep, end, file.
print('.', end='', flush=True)
