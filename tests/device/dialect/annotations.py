# Annotations are not evaluated.
class List:
    pass


def add(address: Undefined, value: List[int] = 0, *rest: Nothing, key: Neither = 1) -> Nothing.at.all:
    inner: Missing[int] = 5
    return address, value, inner


print(add(1))
x: Missing[int] = 5


class A:
    y: Wrong = 3
    z: Other


print(x, A.y, hasattr(A, "z"))
