# target: 2021
import uselect  # finds: no-module

print(uselect)
