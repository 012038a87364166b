"""PDUs as Debian's python3-gammu has them, for GammuTest: a line of JSON in, a line of JSON out.

{"decode": HEX} -> [number, text, part, parts]
{"encode": TEXT, "unicode": BOOL, "number": NUMBER, "layout": "Deliver" or "Submit"} -> [HEX of each part]
"""

import json
import sys

import gammu


def decode(digits):
    message = gammu.DecodePDU(bytes.fromhex(digits), True)
    header = message["UDH"]
    text = message["Text"]
    if message["Coding"] == "Default_No_Compression":
        text = trimmed(text, message["Length"])
    return [message["Number"], text, max(1, header["PartNumber"]), max(1, header["AllParts"])]


def trimmed(text, septets):
    """The text of so many septets: python3-gammu 3.2.4 gives a character for each, so that others follow one that takes two."""
    end = 0
    while septets > 0:
        septets -= 2 if text[end] in "\f^{}\\[~]|\u20ac" else 1
        end += 1
    return text[:end]


def encode(text, unicode, number, layout):
    entries = [{"ID": "ConcatenatedTextLong", "Buffer": text}]
    digits = []
    for part in gammu.EncodeSMS({"Class": -1, "Unicode": unicode, "Entries": entries}):
        part["Number"] = number
        part["Type"] = layout
        part["SMSC"] = {"Number": "+8613800551500"}
        digits.append(gammu.EncodePDU(part, layout).hex())
    return digits


for line in sys.stdin:
    asked = json.loads(line)
    print(json.dumps(decode(asked["decode"]) if "decode" in asked
                     else encode(asked["encode"], asked["unicode"], asked["number"], asked["layout"])), flush=True)
