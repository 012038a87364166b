# says 2: no-module: the firmware of 2025 has no module 'network'. Use dataCall, net and checkNet.
import network

wlan = network.WLAN(network.STA_IF)
