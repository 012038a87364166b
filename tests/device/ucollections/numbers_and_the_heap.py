import ucollections, urandom, math, cmath, gc, micropython, uerrno
Point = ucollections.namedtuple('Point', 'x y')
point = Point(1, y=2)
print(point, point.x, point[1], point == (1, 2), ucollections.namedtuple('T', ['a'])(5).a, point._asdict())
queue = ucollections.deque((), 2, 1)
queue.append(1)
queue.append(2)
ring = ucollections.deque((), 2)
ring.extend(range(5))
print(list(ring), len(queue), queue.popleft(), bool(ucollections.deque((), 1)), ring[0])
print(ucollections.OrderedDict([('b', 1), ('a', 2)]))
for call in (lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: queue.extend([3, 4]),
             lambda: ucollections.deque((), 1).popleft(), lambda: urandom.choice(''),
             lambda: urandom.randrange(0), lambda: urandom.getrandbits(33)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
urandom.seed(7)
first = [urandom.randint(1, 6) for _ in range(20)]
urandom.seed(7)
print(first == [urandom.randint(1, 6) for _ in range(20)], min(first) >= 1, max(first) <= 6)
print(0 <= urandom.random() < 1, 2 <= urandom.uniform(2, 3) <= 3, urandom.getrandbits(4) < 16,
      urandom.choice([9]), urandom.randrange(4, 5), urandom.randrange(0, 10, 5) in (0, 5))
print(math.sqrt(16), math.floor(-1.5), round(math.pi, 3), cmath.sqrt(-1), math.isnan(math.nan))
before = gc.mem_free()
print(gc.mem_free() < before, gc.collect(), gc.mem_free() == before, gc.isenabled(), gc.threshold())
gc.disable()
gc.threshold(4096)
print(gc.isenabled(), gc.threshold(), gc.mem_alloc() > 0, micropython.const(5), micropython.opt_level())
gc.collect()
micropython.mem_info()
print(uerrno.ECONNRESET, uerrno.errorcode[110])
