import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { memoise } from '#shared/runtime/memoise.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const NOT_COPIED: ReadonlySet<string> = new Set(['.cache', '.git', 'cdk.out', 'node_modules', 'out']);
/** Tests that run whole systems for minutes; the simulation's runs are tried before the tests. */
const NOT_TRIED = ['test/bench/**', 'test/infra/local/**', 'test/simulation/**', 'test/flow/operator-*'];
const LONGEST_MS = 900_000;
const MOST_FILES = 1000;

const Report = z.object({
  testResults: z.array(
    z.object({ name: z.string(), assertionResults: z.array(z.object({ status: z.string(), title: z.string() })) }),
  ),
});

/** The tests of a copy of the project, in which sources may be altered while they run. */
export async function testsOfCopy() {
  const tree = await mkdtemp(join(tmpdir(), 'haukiem-removals-'));
  const isCopied = (path: string) => !NOT_COPIED.has(basename(path));
  const entries = (await readdir(ROOT)).filter(isCopied);
  for (const entry of entries) await cp(join(ROOT, entry), join(tree, entry), { recursive: true, filter: isCopied });
  await mkdir(join(tree, '.cache'));
  await symlink(join(ROOT, 'node_modules'), join(tree, 'node_modules'));

  /** The tests that depend on a file and fail. */
  const failing = async (file: string, more: readonly string[]) => {
    const report = join(tree, '.cache', 'tests.json');
    const vitest = join('node_modules', 'vitest', 'vitest.mjs');
    const call = [vitest, 'related', file, '--run', '--reporter=json', `--outputFile=${report}`, ...more];
    await rm(report, { force: true });
    await once(execFile(process.execPath, call, { cwd: tree, timeout: LONGEST_MS }), 'close');
    const text = await readFile(report, 'utf8').catch(() => undefined);
    if (text === undefined) return [{ test: 'the tests', title: 'they do not end' }];
    return Report.parse(JSON.parse(text)).testResults.flatMap(({ name, assertionResults }) => {
      const failed = assertionResults.find(({ status }) => status === 'failed');
      return failed ? [{ test: name.slice(tree.length + 1), title: failed.title }] : [];
    });
  };
  const without = (tests: readonly string[]) => tests.map((test) => `--exclude=${test}`);
  const failingAnyway = memoise(
    async (file) => (await failing(file, without(NOT_TRIED))).map(({ test }) => test),
    MOST_FILES,
  );

  return {
    /** The first test that fails with the altered file and not with the sound one; undefined where none does. */
    async failingWith(file: string, altered: string): Promise<string | undefined> {
      const left = without([...NOT_TRIED, ...(await failingAnyway(file))]);
      const place = join(tree, file);
      const sound = await readFile(place, 'utf8');
      await writeFile(place, altered);
      const [first] = await failing(file, ['--bail=1', ...left]);
      await writeFile(place, sound);
      return first && `${first.test}: ${first.title}`;
    },
    remove: () => rm(tree, { recursive: true }),
  };
}
