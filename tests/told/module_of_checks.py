# says 2: no-module: the firmware of 2025 has no module 'checknet'. Did you mean checkNet?
import checknet

checknet.CheckNetwork('demo', '1.0.0').poweron_print_once()
