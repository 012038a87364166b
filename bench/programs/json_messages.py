"""A cloud's messages read and written."""
import json

MESSAGE = '{"id": "42", "params": {"temperature": 21.5, "values": [1, 2, 3, null, true], "name": "sensor"}}'


def work():
    for i in range(100):
        message = json.loads(MESSAGE)
        message["params"]["temperature"] += i
        text = json.dumps(message)
    return len(text)
