import modem, net, sim

print(modem.getDevImei())
print(net.csqQuerypoll())  # finds: no-name
if hasattr(sim, "getSlot"):
    print(sim.getSlot())
