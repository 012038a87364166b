"""uheapq (heapq) - a list as a heap: its first item is the smallest."""


def _checked(heap):
    if not isinstance(heap, list):
        raise TypeError("heap must be a list")
    return heap


def heappush(heap, item):
    """heappush(heap, item)"""
    _checked(heap).append(item)
    _rise(heap, len(heap) - 1, 0)


def heappop(heap):
    """heappop(heap) -> the smallest item. IndexError when there is none."""
    if not _checked(heap):
        raise IndexError("empty heap")
    last = heap.pop()
    if not heap:
        return last
    smallest, heap[0] = heap[0], last
    _sink(heap, 0)
    return smallest


def heapify(x):
    """heapify(list): puts its items in the order of a heap."""
    for at in range(len(_checked(x)) // 2 - 1, -1, -1):
        _sink(x, at)


def _rise(heap, at, root):
    item = heap[at]
    while at > root:
        parent = (at - 1) >> 1
        if not item < heap[parent]:
            break
        heap[at] = heap[parent]
        at = parent
    heap[at] = item


def _sink(heap, root):
    """The item at the root goes down to a leaf, along the smaller children, and rises to its place from there."""
    at, item = root, heap[root]
    child = 2 * at + 1
    while child < len(heap):
        if child + 1 < len(heap) and not heap[child] < heap[child + 1]:
            child += 1
        heap[at] = heap[child]
        at, child = child, 2 * child + 1
    heap[at] = item
    _rise(heap, at, root)
