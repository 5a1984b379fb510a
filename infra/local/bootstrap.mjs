// What `npm start` runs first, on whatever Node the machine has (20 or newer): installs if needed, then hands over to
// the Node that the lockfile pins. Plain JavaScript: Node 20 can't read TypeScript.
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const parent = process.ppid;
const system = process.platform === 'win32' ? 'win' : process.platform;
const binary = process.platform === 'win32' ? 'node.exe' : 'node';
/** The Node that the lockfile pins. None is published for every machine: of Apple silicon there is none. */
const pinned = join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin', binary);
/** What npm itself runs as: on Windows `npm` is no program that can be started without a shell. */
const npm = process.env['npm_execpath'];

const changedAt = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);
/** npm writes this file last, so that an install that was cut off counts as none. */
const installedAt = changedAt(join(root, 'node_modules', '.package-lock.json'));
const mustInstall = installedAt === 0 || installedAt < changedAt(join(root, 'package-lock.json'));

/**
 * Each thread of a run would keep a store of freed memory of its own (glibc), a third of what the run needs in all: two of
 * them are enough.
 */
const FEW_ARENAS = { MALLOC_ARENA_MAX: '2' };

/** What Node made of a file when it last read it: each thread would compile the same files again. */
const COMPILED = { NODE_COMPILE_CACHE: join(root, '.cache', 'compiled') };

/** What the runner itself takes and drops is little: the usual young heap would hold a hundred megabytes of it. Threads have sizes of their own. */
const SMALL_YOUNG_HEAP = '--max-semi-space-size=4';

/** Runs a program in the project's folder and ends with it where it failed. Signals reach it, its exit code reaches us. */
function run(program, args, cwd) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, stdio: 'inherit', env: { ...FEW_ARENAS, ...COMPILED, ...process.env } });
    const pass = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    // npm and its shell end on a signal without passing it on: being left alone means the same.
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      pass('SIGTERM');
    }, 200);
    child.once('error', (error) => {
      console.error(`Không chạy được ${program}: ${error.message}`);
      process.exit(1);
    });
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      for (const name of signals) process.off(name, pass);
      resolve(code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 0));
    });
  });
}

if (mustInstall) {
  console.error('Lần chạy đầu: đang cài các gói cần thiết (khoảng một phút)…');
  const install = ['ci', '--json=false'];
  const code = await (npm ? run(process.execPath, [npm, ...install], root) : run('npm', install, root));
  if (code !== 0) process.exit(code);
}

const node = existsSync(pinned) ? pinned : process.execPath;
if (node === process.execPath && Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    `Máy này (${process.platform} ${process.arch}) cần cài Node 24 trở lên từ nodejs.org rồi chạy lại; hiện có Node ${process.versions.node}.`,
  );
  process.exit(1);
}
// The caller's folder stays the current one: --inbox and --out are relative to it.
process.exit(
  await run(
    node,
    [SMALL_YOUNG_HEAP, join(root, 'infra', 'local', 'start.ts'), ...process.argv.slice(2)],
    process.cwd(),
  ),
);
