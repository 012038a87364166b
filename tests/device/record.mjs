// Records what a real MicroPython prints for the scripts of this folder:  node record.mjs PACKAGE SCRIPT.py…
// PACKAGE is the folder of the npm package @micropython/micropython-webassembly-pyscript; each SCRIPT.py.exp is written anew.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { join, resolve } from "node:path";

const [folder, ...scripts] = process.argv.slice(2);
const { loadMicroPython } = await import(pathToFileURL(join(resolve(folder), "micropython.mjs")));
for (const script of scripts) {
    const printed = [];
    const micropython = await loadMicroPython({
        stdout: (bytes) => printed.push(...bytes),
        linebuffer: false,
        heapsize: 4 * 1024 * 1024,
    });
    micropython.runPython(readFileSync(script, "utf8"));
    writeFileSync(script + ".exp", Buffer.from(printed));
    console.log(script, printed.length, "bytes");
}
