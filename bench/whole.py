"""Whole programs of others, unchanged, on qpy with a board: each runs until it has been through its loop.

bench/libraries uses this. A program's folder is the device's /usr; its qpy.toml and the peers of its board are ours, in
libraries.d/boards. What ran and what did not is in libraries.d/README.md.
"""

import dataclasses
import os
import pathlib
import re
import shutil
import socket
import subprocess
import threading

ROOT = pathlib.Path(__file__).resolve().parent.parent
QPY = os.environ.get("QPY", ROOT / "cli" / "target" / "qpy" / "bin" / "qpy")
BOARDS = ROOT / "bench" / "libraries.d" / "boards"
PATIENCE_SECONDS = 180


@dataclasses.dataclass(frozen=True)
class Program:
    """A program: its main script in the checkout, a line of it by which it is known, the folder of its board, and what it prints
    in its loop: patterns of lines that must come in this order.

    until: how long it runs in virtual time. Without it time passes as on this PC, as it must where a server is outside.
    """

    main: str
    mark: str
    board: str
    shows: tuple
    until: str = ""


FORWARDS = "up transfer", "down transfer msg", "terminal.py: gets", "up transfer", "terminal.py: gets"
PROGRAMS = [
    Program("code/dtu.py", "tcp transparent transmission", "dtu", FORWARDS),
    Program("code/main2.py", "create_app", "dtu", FORWARDS),
    Program("code/_main.py", "dog_feed_timer", "dtu", FORWARDS),
    Program("minimal_demo.py", "A minimal demo", "dtu", ("to cloud successfully", "to serial successfully", "terminal.py: gets")),
    Program("code/demo.py", "usr.watch_dog", "bare", ("Feed the hardware", "Got the message", "long time", "Watch dog tests"), "5m"),
    Program("onChip/main.py", "st7789v", "display", ("CFUN",) * 5, "1m"),
    Program("main.py", "SoilSensorUART", "soil", ("Server response", "Salinity", "packet sent")),
    Program("q_main.py", "q_prase_thread", "gnss", ("init thread ok", "Get Location", "Get Location")),
    Program("src/main_test.py", "LED_Work", "bare", ("msg_id:3",), "1m"),
    Program("Flame-Sensor/flame.py", "adc.ADC1", "flame", ("^1500", "^1500"), "1m"),
    Program("Official_demo/2_GPIO/GPIO_ExtInt_Key.py", "callback1", "keys", ("Count A:2", "Count B:", "main loop", "Count A:"), "1m"),
    Program("Official_demo/2_GPIO/GPIO_Extint_keyscan.py", "k1", "keys", ("k1 pressed", "k1 released", "k1 pressed"), "1m"),
]
INTERVAL = "Interval set"
PROGRAMS += [  # one board for the stations of one repository, which have an interval that their serial port sets
    Program("Weather_Parameter_UI/main.py", "BME680", "station", (INTERVAL, r"T:21\.5", "Wind speed", r"T:21\.5", "Wind speed"), "1m"),
    Program("Weather_Sheild_UI/main.py", "BME680", "station", (r"T:21\.5", INTERVAL, r"T:21\.5", r"T:21\.5"), "1m"),
    Program("Wind_Sensor_UI/main.py", "Wind", "station", ("Wind speed", INTERVAL, "Wind speed"), "1m"),
    Program("Rain_Gauge_UI/main.py", "Rain", "station", ("Rainfall: 2", "Rainfall: 3"), "1m"),
    Program("Lis3dh_UI/main.py", "LIS3DH", "station", ("LIS3DH", INTERVAL, r"x .* y .* z 9\.8", r"x .* y .* z 9\.8"), "1m"),
]


def programs(checkout):
    """The programs that a checkout has."""
    mains = [(program, checkout / program.main) for program in PROGRAMS]
    return [program for program, main in mains if main.is_file() and program.mark in main.read_text(errors="replace")]


class EchoServer:
    """A server on 127.0.0.1 that sends back all that it gets."""

    def __init__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.address = "127.0.0.1:%d" % self.socket.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self.echo, args=(connection,), daemon=True).start()

    def echo(self, connection):
        try:
            with connection:
                while data := connection.recv(4096):
                    connection.sendall(data)
        except OSError:
            pass


def device(folder, checkout, program, server):
    """Makes a folder with the program as it is, and its board: qpy.toml, in which SERVER is the echo server, and its peers."""
    usr = (checkout / program.main).parent
    shutil.copytree(usr, folder, ignore=shutil.ignore_patterns(".*", "qpy.toml"))
    for part in (BOARDS / program.board).iterdir():
        (folder / part.name).write_text(part.read_text().replace("SERVER", server.address))


def run(folder, checkout, program):
    """Runs the program and returns "ok", or the end of what it printed."""
    server = EchoServer()
    device(folder, checkout, program, server)
    command = [str(QPY), "run", "--fresh"]
    command += ["--time", "virtual", "--until", program.until] if program.until else []
    process = subprocess.Popen(
        [*command, os.path.basename(program.main)], cwd=folder, text=True, errors="replace",
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    patience = threading.Timer(PATIENCE_SECONDS, process.terminate)
    patience.start()
    try:
        return followed(process, list(program.shows))
    finally:
        patience.cancel()
        process.terminate()
        process.wait()
        server.socket.close()


def followed(process, wanted):
    """Reads the output until all that is wanted has come, in its order; "ok" then."""
    last = []
    for line in process.stdout:
        last = [*last[-11:], line]
        if re.search(wanted[0], line):
            wanted.pop(0)
        if not wanted:
            return "ok"
    told = "".join("  | " + line for line in last).rstrip()
    return f"no line with {wanted[0]!r}, exit code {process.wait()}\n{told}"
