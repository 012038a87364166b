"""checkNet - waits until the module can reach the network. Documentation: "checkNet"; the firmware's: facts.md section 9.

A result is (stage, code). Stage 1, SIM card: sim.getStatus(). Stage 2, registration: net.getState(), or -1 where it
kept failing. Stage 3, packet data: 1 connected, 0 not. (3, 1) is the only good one.
"""

import dataCall as _dataCall
import modem as _modem
import net as _net
import sim as _sim
import utime as _utime
from misc import Power as _Power

_POLL_MS = 100
_SIM_READY = 1
_SIM_MAY_BECOME_READY = (18, 20, 21)  # initialising, invalid, unknown
_REGISTERED = (1, 5)  # at home, roaming
_PROFILES = range(1, 8)
_IPV4_AND_IPV6 = 2


class CheckNetwork:
    """CheckNetwork(project_name, project_version)"""

    def __init__(self, project_name, project_version):
        self.PROJECT_NAME = project_name
        self.PROJECT_VERSION = project_version
        self.FIRMWARE_VERSION = _modem.getDevFwVersion()
        self.POWERON_REASON = _Power.powerOnReason()

    def poweron_print_once(self):
        """poweron_print_once(): prints the project, the firmware, why the module was switched on, and the SIM status."""
        print("=" * 50)
        print("PROJECT_NAME     :", self.PROJECT_NAME)
        print("PROJECT_VERSION  :", self.PROJECT_VERSION)
        print("FIRMWARE_VERSION :", self.FIRMWARE_VERSION)
        print("POWERON_REASON   :", self.POWERON_REASON)
        print("SIM_CARD_STATUS  :", _sim.getStatus())
        print("=" * 50)

    def wait_network_connected(self, timeout_s=60):
        """wait_network_connected(timeout_s=60) -> (stage, code). OSError unless 1 <= timeout_s <= 3600."""
        return wait_network_connected(timeout_s)

    def waitNetworkReady(self, timeout=60):
        """waitNetworkReady(timeout=60) -> (stage, code), as wait_network_connected."""
        return wait_network_connected(timeout)

    @staticmethod
    def check_datacall_status():
        """check_datacall_status() -> 1 when one of the seven profiles is up, else 0."""
        return 1 if any(_is_up(profile) for profile in range(1, 8)) else 0


def wait_network_connected(timeout_s=60):
    """wait_network_connected(timeout_s=60) -> (stage, code). OSError unless 1 <= timeout_s <= 3600."""
    if not 1 <= timeout_s <= 3600:
        raise OSError("timeout_s should be in [1, 3600]s!")
    deadline = _Deadline(timeout_s)
    return _sim_trouble(deadline) or _registration_trouble(deadline) or _packet_data(deadline)


def waitNetworkReady(timeout=60):
    """waitNetworkReady(timeout=60) -> (stage, code), as wait_network_connected."""
    return wait_network_connected(timeout)


class _Deadline:
    def __init__(self, seconds):
        self._left_ms = seconds * 1000
        self._last = _utime.ticks_ms()

    def passed_after_a_while(self):
        """Waits for the next poll; whether the time was up already."""
        now = _utime.ticks_ms()
        self._left_ms -= _utime.ticks_diff(now, self._last)
        self._last = now
        if self._left_ms <= 0:
            return True
        _utime.sleep_ms(_POLL_MS)
        return False


def _sim_trouble(deadline):
    while True:
        status = _sim.getStatus()
        if status == _SIM_READY:
            return None
        if status not in _SIM_MAY_BECOME_READY or deadline.passed_after_a_while():
            return 1, status


def _registration_trouble(deadline):
    while True:
        state = _net.getState()
        data_state = state if state == -1 else state[1][0]
        if data_state in _REGISTERED:
            return None
        if deadline.passed_after_a_while():
            return 2, data_state


def _packet_data(deadline):
    while True:
        if any(_is_up(profile) for profile in _PROFILES):
            return 3, 1
        if deadline.passed_after_a_while():
            return 3, 0


def _is_up(profile):
    info = _dataCall.getInfo(profile, _IPV4_AND_IPV6)
    return info != -1 and (info[2][0] == 1 or info[3][0] == 1)
