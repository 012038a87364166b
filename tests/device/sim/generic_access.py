import sim
print(sim.genericAccess(0, 'A0A40000022FE2'), sim.genericAccess(0, 'A0B000000A'),
      sim.genericAccess(0, 'A0A40000021234'), sim.genericAccess(0, 'A0F2000000'),
      sim.genericAccess(0, 'nonsense!!'), sim.genericAccess(1, 'A0B000000A'))
