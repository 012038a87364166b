# says 3: no-method: the firmware of 2025 has no list.add. Use append.
readings = []
readings.add(21)
