import checkNet

net = checkNet.CheckNetwork("name", "1.0.0")
print(net.wait_network_connected(30, True))  # finds: arguments
