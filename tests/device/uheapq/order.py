import heapq

heap = []
for each in (5, 3, 9, 1, 7, 1):
    heapq.heappush(heap, each)
print(heap)
print([heapq.heappop(heap) for _ in range(len(heap))])
heap = [(3, "c"), (1, "a"), (2, "b")]
heapq.heapify(heap)
print(heap[0])
try:
    heapq.heappop([])
except IndexError:
    print("IndexError")
