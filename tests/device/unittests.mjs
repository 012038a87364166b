// Runs files of tests under a real MicroPython:  node unittests.mjs PACKAGE FOLDER TEST.py…
// PACKAGE is the folder of the npm package @micropython/micropython-webassembly-pyscript, FOLDER is what the device has as
// /usr, each TEST.py a file in it: test_ functions, one after the other, each result on a line. Exit code 1 when one failed.
// With --compare, the same is asked of qpy test, which has to be built, and every difference is told.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { basename, dirname, join, resolve } from "node:path";

const RUNNER = `
def run_tests(names):
    for name, test in list(names.items()):
        if name.startswith("test_") and callable(test):
            try:
                test()
                print(name, "PASSED")
            except BaseException as e:
                print(name, "FAILED", type(e).__name__, e)
`;

async function underMicroPython(load, folder, test) {
    const lines = [];
    const micropython = await load({ stdout: (line) => lines.push(line), heapsize: 4 * 1024 * 1024 });
    try {
        micropython.FS.mkdir("/usr");
    } catch {
        // It has one.
    }
    for (const name of readdirSync(folder).filter((each) => each.endsWith(".py"))) {
        micropython.FS.writeFile("/usr/" + name, readFileSync(join(folder, name)));
    }
    micropython.runPython("import sys\nsys.path.insert(0, '/')\n" + RUNNER);
    micropython.runPython("names = {'__name__': 'tests'}\n" + `exec(open('/usr/${test}').read(), names)\nrun_tests(names)`);
    return lines.filter((line) => line.startsWith("test_"));
}

function underQpy(folder, test) {
    const command = resolve(dirname(new URL(import.meta.url).pathname), "../../cli/target/qpy/bin/qpy");
    let printed;
    try {
        printed = execFileSync(command, ["test", "-v", join(folder, test)], { encoding: "utf8" });
    } catch (failed) {
        printed = failed.stdout;
    }
    return printed.split("\n").flatMap((line) => line.match(/^\S+::(test_\w+ (?:PASSED|FAILED|ERROR|SKIPPED))/)?.slice(1) ?? []);
}

const given = process.argv.slice(2);
const compare = given.includes("--compare");
const [packageFolder, folder, ...tests] = given.filter((each) => each !== "--compare");
const { loadMicroPython } = await import(pathToFileURL(join(resolve(packageFolder), "micropython.mjs")));
for (const test of tests.map((each) => basename(each))) {
    const results = await underMicroPython(loadMicroPython, folder, test);
    results.forEach((line) => console.log(test + "::" + line));
    const bad = results.length === 0 || results.some((line) => line.includes(" FAILED"));
    if (bad) {
        console.log(test + ": " + (results.length ? "not all have passed" : "it has no tests"));
    }
    process.exitCode ||= bad ? 1 : 0;
    if (compare) {
        const ours = underQpy(folder, test);
        const theirs = results.map((line) => line.split(" ").slice(0, 2).join(" "));
        const different = ours.filter((line) => !theirs.includes(line)).concat(theirs.filter((line) => !ours.includes(line)));
        different.forEach((line) => console.log("differs: " + line));
        console.log(`${test}: ${theirs.length} tests, ${different.length ? "not " : ""}the same under qpy`);
        process.exitCode ||= different.length ? 1 : 0;
    }
}
