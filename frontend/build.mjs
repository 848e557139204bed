// Bundles the front end into the package, with content-hashed names, a manifest from
// logical to hashed names, and compressed siblings.
import { build } from "esbuild";
import { readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const BUILT = join(ROOT, "src/handrail/web/static/built");
const ENTRIES = [
  "frontend/shared/app.ts",
  "frontend/shared/push.ts",
  "frontend/player/player.ts",
  "frontend/game/sway.ts",
  "frontend/worker/worker.ts",
  "frontend/styles/app.css",
  "frontend/icons/icon-192.png",
  "frontend/icons/icon-512.png",
];
const FONT = "atkinson-hyperlegible-next-latin-wght-normal.woff2";
const FIRST_LOAD = ["app.js", "app.css", FONT];
// A page may weigh 150 kB in all at its first load; what is left is for its HTML.
const FIRST_LOAD_BUDGET = 125_000;

async function bundle() {
  await rm(BUILT, { recursive: true, force: true });
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: ENTRIES,
    outdir: BUILT,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    loader: { ".woff2": "file", ".png": "copy" },
    metafile: true,
  });
  return Object.keys(result.metafile.outputs).map((path) => basename(path));
}

/** Writes .br and .gz beside a file; answers the bytes a browser will fetch. */
async function compress(name) {
  const path = join(BUILT, name);
  const content = await readFile(path);
  if (/\.(woff2|png)$/.test(name)) return content.length;
  const brotli = brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
  });
  await writeFile(`${path}.br`, brotli);
  await writeFile(`${path}.gz`, gzipSync(content, { level: 9 }));
  return brotli.length;
}

const names = await bundle();
const manifest = Object.fromEntries(names.sort().map((name) => [name.replace(/-[A-Z0-9]{8}\./, "."), name]));
const bytes = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await compress(name)])));
for (const name of names) console.log(`${String(bytes[name]).padStart(7)}  ${name}`);
const firstLoad = FIRST_LOAD.reduce((sum, name) => sum + bytes[manifest[name]], 0);
console.log(`${String(firstLoad).padStart(7)}  first load without HTML, at most ${FIRST_LOAD_BUDGET}`);
if (firstLoad > FIRST_LOAD_BUDGET) throw new Error("The first load is over its budget: take something out.");
// Last, so that a manifest means a whole build.
await writeFile(join(BUILT, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
