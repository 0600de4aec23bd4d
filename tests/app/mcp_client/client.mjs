// Starts a server, makes the calls that standard input lists as JSON, and prints what came back.
//   node client.mjs PACKAGES PROGRAM ARGUMENT… < [{"name":"figures","arguments":{}}]
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [packages, command, ...args] = process.argv.slice(2);
const require = createRequire(join(packages, "client.cjs"));
const load = async (name) => import(pathToFileURL(require.resolve(`@modelcontextprotocol/sdk/${name}`)));
const { Client } = await load("client/index.js");
const { StdioClientTransport } = await load("client/stdio.js");

const client = new Client({ name: "Test client", version: "1.0" });
await client.connect(new StdioClientTransport({ command, args, env: process.env }));
const found = {
    server: client.getServerVersion(),
    instructions: client.getInstructions(),
    tools: (await client.listTools()).tools,
    results: [],
};
for (const call of JSON.parse(readFileSync(0, "utf8"))) {
    try {
        found.results.push(await client.callTool(call));
    } catch (error) {
        found.results.push({ thrown: { code: error.code, message: error.message } });
    }
}
await client.close();
process.stdout.write(JSON.stringify(found));
