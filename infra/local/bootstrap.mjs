// The first program of `npm start`, which runs on the machine's own Node (20 or newer). It installs the packages if
// needed and then starts the Node version that the lockfile pins. It is plain JavaScript because Node 20 can't read
// TypeScript.
import { spawn } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const parent = process.ppid;
const system = process.platform === 'win32' ? 'win' : process.platform;
const binary = process.platform === 'win32' ? 'node.exe' : 'node';
/** The Node binary that the lockfile pins. It is not published for every machine, such as Apple silicon. */
const pinned = join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin', binary);
/** The script of npm, because `npm` can't be started without a shell on Windows. */
const npm = process.env['npm_execpath'];

const changedAt = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);
/** npm writes this file last, so an interrupted install is recognised. */
function mustInstall() {
  const installedAt = changedAt(join(root, 'node_modules', '.package-lock.json'));
  return installedAt === 0 || installedAt < changedAt(join(root, 'package-lock.json'));
}

/**
 * By default glibc keeps an arena of freed memory for each thread, which takes a third of the run's memory. Two arenas
 * are enough.
 */
const FEW_ARENAS = { MALLOC_ARENA_MAX: '2' };

/**
 * From this number of bytes on glibc maps a buffer for itself and returns it to the system once it is freed. Otherwise glibc
 * raises the number up to 32 MB with the buffers of the first large file, and keeps what a step has freed.
 */
const LARGE_BUFFER = String(256 * 1024);
const FREED_TO_SYSTEM = { MALLOC_MMAP_THRESHOLD_: LARGE_BUFFER, MALLOC_TRIM_THRESHOLD_: LARGE_BUFFER };

/** Node's compile cache, without which each thread would compile the same files again. */
const COMPILED = { NODE_COMPILE_CACHE: join(root, '.cache', 'compiled') };

/**
 * The runner's own objects are few, and the default young heap would hold a hundred megabytes of garbage. Threads have sizes
 * of their own (`thread-heaps.ts`).
 */
const SMALL_YOUNG_HEAP = '--max-semi-space-size=4';

/**
 * Runs a program in the project's folder and ends with it where it failed. Signals are passed on to it, and its exit
 * code is returned.
 */
function run(program, args, cwd) {
  return new Promise((resolve) => {
    const env = { ...FEW_ARENAS, ...FREED_TO_SYSTEM, ...COMPILED, ...process.env };
    const child = spawn(program, args, { cwd, stdio: 'inherit', env });
    const pass = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    // npm and its shell end on a signal without passing it on, so a changed parent process counts
    // as a signal.
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

/** Whether the process that wrote its number into a file still runs. */
function isRunning(file) {
  try {
    return process.kill(Number(readFileSync(file, 'utf8')), 0);
  } catch {
    return false;
  }
}

/** Waits while another run installs, because npm begins by removing the packages that are there. */
async function waitForTurn(turn) {
  mkdirSync(dirname(turn), { recursive: true });
  const aside = `${turn}.${process.pid}`;
  for (;;) {
    try {
      return writeFileSync(turn, String(process.pid), { flag: 'wx' });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    await wait(200);
    if (!existsSync(turn) || isRunning(turn)) continue;
    try {
      // What a killed run left. Another run may have put its own there since, and gets it back
      renameSync(turn, aside);
      if (isRunning(aside)) linkSync(aside, turn);
    } catch {
      continue;
    } finally {
      rmSync(aside, { force: true });
    }
  }
}

if (mustInstall()) {
  console.error('Lần chạy đầu: đang cài các gói cần thiết (khoảng một phút)…');
  const turn = join(root, '.cache', 'installing');
  await waitForTurn(turn);
  const install = ['ci', '--json=false'];
  const inRoot = npm ? [process.execPath, [npm, ...install], root] : ['npm', install, root];
  const code = mustInstall() ? await run(...inRoot) : 0;
  rmSync(turn, { force: true });
  if (code !== 0) process.exit(code);
}

/** The province is set before the program is loaded, and in each of its threads. */
const words = process.argv.slice(2);
const place = words.findIndex((word) => /^--province(?:=|$)/u.test(word));
const preload = [];
if (place >= 0) {
  const [word, value] = words.splice(place, words[place].includes('=') ? 1 : 2);
  process.env['HAUKIEM_PROVINCE'] = value ?? word.split('=')[1] ?? '';
  preload.push('--import', pathToFileURL(join(root, 'infra', 'local', 'set-province.mjs')).href);
}

const node = existsSync(pinned) ? pinned : process.execPath;
if (node === process.execPath) await import('./require-node-24.mjs');
// The caller's folder stays the current one: --inbox and --out are relative to it.
process.exit(
  await run(node, [...preload, SMALL_YOUNG_HEAP, join(root, 'infra', 'local', 'start.ts'), ...words], process.cwd()),
);
