import checkNet, sim
print(checkNet.wait_network_connected(1), sim.verifyPin('1234'), checkNet.wait_network_connected(1))
