"""aLiYun/secrets - the file in which a device keeps the secret that its registration gave."""

import _thread
import ujson as _ujson
import uos as _uos

_Refused = _device.library("aLiYun/client").Refused
_ENOENT = 2


def _shown(name):
    """A device's name for the person at the PC: the beginning only, where a secret seems to stand in its place."""
    name = str(name)
    mixed = any(c.isdigit() for c in name) and name.upper() != name != name.lower()
    hexadecimal = len(name) >= 32 and all(c in "0123456789abcdefABCDEF" for c in name)
    return name[:4] + "..." if len(name) >= 16 and (mixed or hexadecimal) else name


class Secrets:
    """The file of the secrets that registration gave: one JSON object, {device name: secret}."""

    def __init__(self, cloud, path):
        self._cloud = cloud
        self._path = path
        self._guard = _thread.allocate_lock()

    def of(self, device):
        """The device's secret, or None. Refused when the file is damaged: then nothing may be written to it."""
        try:
            return self._read().get(device)
        except (OSError, ValueError) as e:
            print("[ERROR] File Open failed : %s" % e)
            raise self._damaged()

    def add(self, device, secret):
        try:
            with self._guard:
                secrets = self._read()
                secrets[device] = secret
                self._write(secrets)
        except (OSError, ValueError) as e:
            print("[ERROR] File write failed : %s" % e)
            _device.say("cloud-secret-file", "%s: the secret of '%s' is not kept: %s cannot be written. The next run will register again, "
                        "and be refused" % (self._cloud, _shown(device), self._path))

    def lost(self, device):
        """Tells how to write by hand what was lost."""
        _device.say("cloud-registration", '%s: an activated device registers only once. If \'%s\' is one, copy its secret from the cloud\'s '
                    'console into %s: {"%s": "<its secret>"}'
                    % (self._cloud, _shown(device), self._path, _shown(device)))

    def _read(self):
        try:
            file = open(self._path)
        except OSError as e:
            if e.args[0] != _ENOENT:
                raise
            return {}
        with file:
            secrets = _ujson.load(file)
        if not isinstance(secrets, dict) or not all(isinstance(each, str) for each in secrets.values()):
            raise ValueError("not an object of names and secrets")
        return secrets

    def _write(self, secrets):
        # Beside it first: a run that ends in between must not leave half a file.
        with open(self._path + ".new", "w") as file:
            _ujson.dump(secrets, file)
        _uos.rename(self._path + ".new", self._path)

    def _damaged(self):
        _device.say("cloud-secret-file", '%s: %s is damaged and is left as it is: it must hold {"<device name>": "<its secret>"}. '
                    "Mend it or remove it" % (self._cloud, self._path))
        return _Refused("%s is damaged" % self._path)
