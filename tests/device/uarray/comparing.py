from array import array


def attempt(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__)


for typecode in ("b", "H", "i", "Q", "f"):
    one = array(typecode, [1, 2])
    for other in (array(typecode, [1, 2]), array({"b": "B", "H": "h", "i": "I", "Q": "q", "f": "d"}[typecode], [1, 3]), array("h", [1, 2])):
        attempt(lambda: one == other)
        attempt(lambda: one < other)
print(array("B", b"ab") == b"ab", b"ab" == array("B", b"ab"), array("B", b"ab") != b"ab")
attempt(lambda: 1 in array("B", b"12"))
print("1" in array("B", b"12"))
items = array("O", [1, "two"])
items.append(None)
print(items[0], items[1], items[2], len(items))
print(array("Q", [-1])[0], array("I", [-2])[0], array("H", [65537])[0])
