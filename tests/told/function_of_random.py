# says 5: no-name: the firmware of 2025 has no urandom.shuffle. Swap items at urandom.randint positions.
import urandom

readings = [1, 2, 3]
urandom.shuffle(readings)
print(readings)
