// Installs what package-lock.json names into FOLDER/node_modules: fetched from the npm registry, compared with the
// hashes of the lock file, unpacked. No script of a package runs. Needs Node.js and tar, not npm.
//   node install.mjs FOLDER
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2];
const text = readFileSync(join(here, "package-lock.json"));
const lock = JSON.parse(text);
const done = join(folder, "installed");
const hash = createHash("sha256").update(text).digest("hex");
if (existsSync(done) && readFileSync(done, "utf8") === hash)
    process.exit(0);
rmSync(folder, { recursive: true, force: true });

async function install([place, { version, integrity }]) {
    const name = place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
    const address = `https://registry.npmjs.org/${name}/-/${name.replace(/^.*\//, "")}-${version}.tgz`;
    const response = await fetch(address);
    if (!response.ok)
        throw new Error(`${address}: ${response.status}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    const [kind, expected] = integrity.split("-", 2);
    if (createHash(kind).update(bytes).digest("base64") !== expected)
        throw new Error(`${address}: not what the lock file says`);
    const target = join(folder, place);
    mkdirSync(target, { recursive: true });
    const unpacked = spawnSync("tar", ["-xz", "--strip-components=1", "-C", target], { input: bytes });
    if (unpacked.status !== 0)
        throw new Error(`${place}: ${unpacked.stderr}`);
}

const packages = Object.entries(lock.packages).filter(([place]) => place !== "");
while (packages.length > 0)
    await Promise.all(packages.splice(0, 8).map(install));
writeFileSync(done, hash);
