# says 4: no-name: the firmware of 2025 has no net.csqquerypoll. Did you mean csqQueryPoll?
import net

print(net.csqquerypoll())
