import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncapi } from './papers/asyncapi.ts';
import { danglingReferences } from './papers/dangling-references.ts';
import { openapi } from './papers/openapi.ts';

/*
 * npm run papers            writes what receivers and operators build against, from the contracts
 * npm run papers -- --check fails where a paper is not what the contracts say
 */
const docs = join(import.meta.dirname, '..', 'docs');
const papers = { 'openapi.json': openapi(), 'asyncapi.json': asyncapi() };
const isCheck = process.argv.includes('--check');

for (const [name, paper] of Object.entries(papers)) {
  const file = join(docs, name);
  const text = JSON.stringify(paper);
  const dangling = danglingReferences(JSON.parse(text));
  if (dangling.length > 0) fail(`docs/${name} refers to what isn't in it: ${dangling.join(', ')}`);
  if (!isCheck) writeFileSync(file, `${JSON.stringify(paper, null, 2)}\n`);
  else if (written(file) !== text) fail(`docs/${name} is not what the contracts say: run npm run papers`);
}

/** Without its layout; undefined where there is none. */
function written(file: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
