"""micropython-lib's requests against an HTTP server that echoes. argv: url."""
import usys
from usr import requests

url = usys.argv[1]
plain = requests.get(url + "/plain?a=1", headers={"X-Reading": "21"})
told = plain.json()
posted = requests.post(url + "/post", json={"degrees": 21}, auth=("me", "secret")).json()
chunks = requests.post(url + "/chunks", data=iter([b"one", b"two"])).json()
moved = requests.get(url + "/redirect").json()
right = (
    plain.status_code == 200
    and told["headers"]["X-Reading"] == "21"
    and posted["body"] == '{"degrees": 21}'
    and posted["headers"]["Authorization"] == "Basic bWU6c2VjcmV0"
    and chunks["body"] == "onetwo"
    and moved["path"] == "/plain"
)
print("ok" if right else (told, posted, chunks, moved))
