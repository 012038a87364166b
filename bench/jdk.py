"""The JDK that the command starts, for what is measured beside it."""
import os
import re
import subprocess
from pathlib import Path


def home(qpy):
    """The folder of the JDK that a launcher finds: the newest of this machine, or what QPY_JAVA_HOME names."""
    environment = {**os.environ, "QPY_CACHE": "off", "QPY_JAVA_OPTS": "-XshowSettings:properties"}
    done = subprocess.run([qpy, "--version"], env=environment, check=True, capture_output=True, text=True)
    return Path(re.search(r"java\.home = (.*)", done.stderr)[1])
