"""The JDK that the command starts, for what is measured beside it, and programs of this folder on it."""
import os
import re
import subprocess
from pathlib import Path


def home(qpy):
    """The folder of the JDK that a launcher finds: the newest of this machine, or what QPY_JAVA_HOME names."""
    environment = {**os.environ, "QPY_CACHE": "off", "QPY_JAVA_OPTS": "-XshowSettings:properties"}
    done = subprocess.run([qpy, "--version"], env=environment, check=True, capture_output=True, text=True)
    return Path(re.search(r"java\.home = (.*)", done.stderr)[1])


def run(qpy, folder, programs, *arguments):
    """Compiles programs of bench/ and runs the last of them; returns what it prints. qpy's jars and bench/seam are in its class path."""
    bench, libraries = Path(__file__).resolve().parent, qpy.parent.parent / "lib"
    classes, java = folder / programs[-1], home(qpy) / "bin"
    sources = [bench / f"{each}.java" for each in programs]
    subprocess.run([java / "javac", "-cp", f"{libraries}/*", "-d", classes, *sources], check=True)
    command = [java / "java", "-XX:+UseSerialGC", "-cp", f"{classes}:{bench}/seam:{libraries}/*", programs[-1], *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
