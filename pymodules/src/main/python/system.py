"""system - the module's settings: the protection of its prompt.

Documentation: "system - 环境配置"; passwords as later firmware has them: facts.md section 7. The state is kept on the
device in /usr/system_config.json, as the firmware keeps it. It locks the prompt; main.py still runs.
"""

import ujson as _ujson

_FILE = "/usr/system_config.json"


def replSetEnable(flag=0, **options):
    """replSetEnable(flag=0, password=None) -> 0, or -1 with the reason printed.

    flag 1 protects the prompt: from then on it answers nothing, or asks for the password if one was given. flag 0
    lifts that again; a password that was set must be given. flag 2 asks: 1 not protected, 2 not protected but a
    password is set, 3 protected, 4 protected with a password. Passwords are 6 to 12 characters, 0x21 to 0x7e.
    OSError when /usr/system_config.json is broken.
    """
    password = options.get("password")
    config = _read()
    protected, stored = bool(config.get("replFlag", 0)), config.get("replPswd")
    if flag == 2:
        return -1 if password else (3 if protected else 1) + (1 if stored else 0)
    if flag not in (0, 1) or (password and not _valid(password)):
        return -1
    if protected and not _allowed(password, stored):
        return -1
    config["replFlag"] = flag
    if not flag:
        config.pop("replPswd", None)
    elif password:
        config["replPswd"] = _digest(password)
    _write(config)
    if flag and not protected:
        _device.say("protected", "this device's prompt is protected from now on; scripts still run; 'qpy device reset' erases it")
    return 0


def replChangPswd(**options):
    """replChangPswd(old_password=, new_password=) -> 0, or -1 with the reason printed."""
    old, new = options.get("old_password"), options.get("new_password")
    if not old or not new:
        return _refuse("illegal operation")
    if not _valid(old) or not _valid(new):
        return -1
    config = _read()
    if not config.get("replPswd"):
        return _refuse("Please set password first!")
    if config["replPswd"] != _digest(old):
        return _refuse("Incorrect password!")
    config["replPswd"] = _digest(new)
    _write(config)
    return 0


# The names below are of 2026, from the list that the vendor checks a board with (facts-board.md B20.5). No source has what they do:
# each does here what the older module of the same call does.


def getDevFwVersion():
    """getDevFwVersion() -> str: modem.getDevFwVersion(). Of 2026; guessed."""
    import modem

    return modem.getDevFwVersion()


def getDevImei():
    """getDevImei() -> str: modem.getDevImei(). Of 2026; guessed."""
    import modem

    return modem.getDevImei()


def reboot():
    """reboot(): misc.Power.powerRestart(). Of 2026; guessed."""
    powerRestart()


def powerRestart():
    """powerRestart(): misc.Power.powerRestart(). Of 2026; guessed."""
    import misc

    misc.Power.powerRestart()


def powerDown():
    """powerDown(): misc.Power.powerDown(). Of 2026; guessed."""
    import misc

    misc.Power.powerDown()


def files(path="/usr"):
    """files(path="/usr") -> the names in a folder: uos.listdir(). Of 2026; guessed."""
    import uos

    return uos.listdir(path)


def _allowed(password, stored):
    """Whether a protected prompt's settings may be changed: with its password, or freely where it has none."""
    if stored and (not password or stored != _digest(password)):
        _refuse("Incorrect password!")
        return False
    if password and not stored:
        _refuse("illegal operation")
        return False
    return True


def _valid(password):
    if not 6 <= len(password) <= 12:
        _refuse("Password length must be [6~12]!")
        return False
    if not all("\x21" <= each <= "\x7e" for each in password):
        _refuse("The password contains invalid characters!")
        return False
    return True


def _refuse(reason):
    print(reason)
    return -1


def _digest(password):
    import ubinascii
    import uhashlib

    return ubinascii.hexlify(uhashlib.sha256(password.encode()).digest()).decode()


def _read():
    try:
        file = open(_FILE)
    except OSError:
        return {"replFlag": 0}
    with file:
        try:
            config = _ujson.load(file)
        except ValueError:
            config = None
    if not isinstance(config, dict):
        raise OSError("The system_config.JSON file is abnormal, please check!")
    return config


def _write(config):
    with open(_FILE, "w") as file:
        _ujson.dump(config, file)
