import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from '#test/support/command-line.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { openBanks, openTrap } from './banks.ts';
import { runCourse } from './course.ts';
import { writeInbox } from './inbox.ts';
import { print, reportOf } from './report.ts';
import { startSystem } from './system.ts';

/*
 * npm run faults -- [--companies N] [--json FILE]
 *
 * The embedded run, served, with nine banks: first all of them well, then six in trouble, then all well again. Says
 * whether anything was lost, doubled or out of order, and what the trouble of six cost the other three. Exit code 1
 * where a promise is broken.
 */
const { values } = commandLine('npm run faults -- [--companies N] [--json FILE]', {
  options: { companies: { type: 'string', default: '90' }, json: { type: 'string' } },
});
const companies = Number(values.companies);
const say = (sentence: unknown) => process.stderr.write(`${String(sentence)}\n`);

const folder = temporaryFolder('faults');
const trap = await openTrap();
const banks = await openBanks(trap);
const bins = banks.map(({ bin }) => bin);
const codes = writeInbox(join(folder, 'inbox'), companies, bins);
say(`${companies} companies with an account at each of ${bins.length} banks`);
const pushed = banks.map(({ bin, secrets, server: { url } }) => ({ bin, url, secrets }));
const system = await startSystem(folder, pushed);
try {
  const report = reportOf(await runCourse(system, banks, codes, say), companies, trap.hits);
  print(report);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
  process.exitCode = report.broken.length === 0 ? 0 : 1;
} finally {
  await system.stop();
  trap.close();
  for (const { server } of banks) await server.close();
  rmSync(folder, { recursive: true });
}
