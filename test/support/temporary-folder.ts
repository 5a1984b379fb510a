import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { RUN_FOLDER } from './once-a-run.ts';

const made = new Set<string>();

/** A new temporary folder, which is removed when the process ends. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `haukiem-${name}-`));
  if (made.size === 0) process.once('exit', () => made.forEach(remove));
  made.add(folder);
  return folder;
}

/**
 * The setup of each test run: every temporary file of the tests and of the processes that they start, such as the
 * assemblies of the CDK, is made in one folder, which is removed after the last test.
 */
export default function setup({ config }: TestProject): () => void {
  const folder = temporaryFolder('tests');
  // While somebody edits the sources, what was computed from them is not kept
  if (!config.watch) process.env[RUN_FOLDER] = folder;
  // Windows reads `TEMP`, all others read `TMPDIR`
  for (const variable of ['TMPDIR', 'TEMP']) process.env[variable] = folder;
  return () => remove(folder);
}

const remove = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
