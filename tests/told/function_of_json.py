# says 4: no-name: the firmware of 2025 has no ujson.load_s. Did you mean loads?
import ujson

print(ujson.load_s('{}'))
