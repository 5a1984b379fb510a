import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a run left in its folder, by file; how long it took is left out. */
export function resultsIn(out: string): ReadonlyMap<string, string> {
  const files = globSync('**/*', { cwd: out, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  // The log salts each entry by chance: two runs have two logs, and each is verified by itself.
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
  // Its facts say when each became known, and from which log they come
  if (path.includes('/ledger/')) return unsigned(bytes.toString());
  if (!path.endsWith('summary.json')) return bytes.toString('latin1');
  const { seconds: _seconds, rowsPerSecond: _rows, ...summary } = JSON.parse(bytes.toString());
  return JSON.stringify(summary);
}

/** A dossier names when each file was received, and which drop of it: another run has other ones. */
const untimed = (text: string): string =>
  text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, 'instant').replaceAll(/("version": "\w+#)\w+/gu, '$1drop');

/** A fact's id is made of its instant too, and the order of the facts is that of their ids. */
const unsigned = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replaceAll(/"(at|id|checkpoint)": ?"[^"]*",?/gu, ''))
    .sort()
    .join('\n');
