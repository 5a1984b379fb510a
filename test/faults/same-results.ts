import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayInVietnam, formatDate } from '#shared/domain/vietnamese/dates.ts';
import { unzip } from '#test/support/unzip.ts';

/** The result files of a run, without its duration. */
export function resultsIn(out: string): ReadonlyMap<string, string> {
  const files = globSync('**/*', { cwd: out, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  // The log salts each entry randomly, so two runs have two logs, each of which is verified
  // separately.
  const compared = paths.filter((path) => !path.startsWith(join(out, 'log')));
  return new Map(compared.sort().map((path) => [path.slice(out.length + 1), textOf(path)]));
}

/** The files in which two runs differ. */
export function differing(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((file) => one.get(file) !== other.get(file));
}

function textOf(path: string): string {
  const bytes = readFileSync(path);
  if (path.includes('/dossiers/') && path.endsWith('.json')) return untimed(bytes.toString());
  if (path.includes('/dossiers/') && path.endsWith('.docx'))
    return undated(bytes, readFileSync(path.replace(/docx$/u, 'json'), 'utf8'));
  // Facts contain their instants and their log
  if (path.includes('/ledger/')) return unsigned(bytes.toString());
  if (!path.endsWith('summary.json')) return bytes.toString('latin1');
  const { seconds: _seconds, rowsPerSecond: _rows, ...summary } = JSON.parse(bytes.toString());
  return JSON.stringify(summary);
}

/** A dossier contains the instant and the drop of each file, which differ between runs; a drop is named by its place. */
function untimed(text: string): string {
  const drops = new Map<string, number>();
  return text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, 'instant').replaceAll(/"version": "\w+#[\w-]*"/gu, (version) => {
    const place = drops.get(version) ?? drops.size;
    drops.set(version, place);
    return `"version": "drop ${place}"`;
  });
}

/** A printed dossier names the day on which each file was received, and one of two runs may last beyond midnight. */
function undated(docx: Buffer, dossier: string): string {
  const received = [...dossier.matchAll(/"receivedAt": "([^"]+)"/gu)].map(([, instant = '']) => new Date(instant));
  const days = new Set(received.map((instant) => `>${formatDate(dayInVietnam(instant))}<`));
  const parts = JSON.stringify([...unzip(docx)]);
  return [...days].reduce((text, day) => text.replaceAll(day, '>day of receipt<'), parts);
}

/** A fact's id depends on its instant, and facts are sorted by id. */
const unsigned = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replaceAll(/"(at|id|checkpoint)": ?"[^"]*",?/gu, ''))
    .sort()
    .join('\n');
