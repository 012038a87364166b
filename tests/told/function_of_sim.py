# says 4: no-name: the firmware of 2025 has no sim.getImei. Use modem.getDevImei.
import sim

print(sim.getImei())
