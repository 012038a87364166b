# Lies beside the others; it runs without a word.
y = 1
