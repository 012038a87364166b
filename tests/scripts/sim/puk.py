import sim
print(sim.verifyPin('1234'), sim.unblockPin('1', '9'), sim.unblockPin('12345678', '99'), sim.getStatus(),
      sim.verifyPin('99'), sim.esim.getEid())
