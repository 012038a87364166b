# says 2: syntax: invalid syntax. Correct it: no Python reads this.
settings = {'host': 'a' 'port': 1883}
