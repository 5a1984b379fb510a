import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a run left in its folder, by file; how long it took is left out. */
export function resultsIn(out: string): ReadonlyMap<string, string> {
  const files = globSync('**/*', { cwd: out, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.sort().map((path) => [path.slice(out.length + 1), textOf(path)]));
}

/** The files in which two runs differ. */
export function differing(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((file) => one.get(file) !== other.get(file));
}

function textOf(path: string): string {
  const bytes = readFileSync(path);
  if (!path.endsWith('summary.json')) return bytes.toString('latin1');
  const { seconds: _seconds, rowsPerSecond: _rows, ...summary } = JSON.parse(bytes.toString());
  return JSON.stringify(summary);
}
