from array import array

a = array("H", [1, 2, 65535])
a.append(7)
a.extend(array("H", [8]))
print(a, len(a), bytes(a))
print(array("h", b"ab"), array("b", array("H", [1, 2])), array("i"))
print(a[1:3], a + array("H", [9]), list(a))
a[1:3] = array("H", [5])
print(a)
print(array("l", [1]) == array("l", [1]), len(bytes(array("l", [1]))))
for call in (lambda: array("X"), lambda: a[10], lambda: array("B", [1])["x"]):
    try:
        call()
    except (ValueError, IndexError, TypeError) as e:
        print(type(e))
