# ./qpy run samples/device/network_state.py
#
# What the module says of itself, and whether it is connected. qpy.toml can set another state.
import checkNet
import modem
import net
import sim

PROJECT_NAME = "qpy_sample"
PROJECT_VERSION = "1.0.0"

check = checkNet.CheckNetwork(PROJECT_NAME, PROJECT_VERSION)
check.poweron_print_once()

stage, state = check.wait_network_connected(30)
if stage == 3 and state == 1:
    print("connected; signal", net.csqQueryPoll(), "of 31; SIM", sim.getIccid(), "in", modem.getDevModel())
else:
    print("not connected: stage", stage, "state", state)
