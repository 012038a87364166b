"""The examples of the vendor's documents that need machine or misc, on qpy with a board. bench/libraries uses this."""

import json
import pathlib
import re
import shutil
import subprocess

from whole import PATIENCE_SECONDS, QPY, ROOT

BOARD = ROOT / "bench" / "libraries.d" / "documents" / "qpy.toml"
WANTED = {"machine", "misc"}


def checked(folder, source, tell):
    """Runs the blocks of a document, or of a folder of them; tells of each script that imports machine or misc."""
    folder.mkdir()
    shutil.copy(BOARD, folder)
    copy = folder / source.name
    if source.is_dir():
        shutil.copytree(source, copy, ignore=lambda _, names: [name for name in names if "." in name[-6:] and not name.endswith(".md")])
    else:
        shutil.copy(source, copy)
    process = subprocess.run(
        [str(QPY), "doc", "--json", source.name], cwd=folder, stdout=subprocess.PIPE, text=True, timeout=10 * PATIENCE_SECONDS)
    for row in json.loads(process.stdout):
        document = folder / row["file"]
        if row["kind"] == "script" and WANTED & imported(document, row["line"]):
            went_well = row["verdict"] in ("passed", "endless")
            tell(f"{document.name}:{row['line']}", "ok" if went_well else row["reason"])


def imported(document, line):
    """The modules that the block below this line imports."""
    block = pathlib.Path(document).read_text(errors="replace").split("\n")[line:]
    end = next((i for i, text in enumerate(block) if text.lstrip().startswith(("```", "~~~"))), len(block))
    return set(re.findall(r"(?m)^\s*(?:from|import)\s+(\w+)", "\n".join(block[:end])))
