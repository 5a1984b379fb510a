import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncapi } from './api-docs/asyncapi.ts';
import { danglingReferences, brokenAsyncapi, brokenOpenapi } from './api-docs/standards.ts';
import { deskApi } from './api-docs/desk-api.ts';
import { openapi } from './api-docs/openapi.ts';
import { rulesPage } from './api-docs/rules-page.ts';
import { compliancePages } from './compliance/compliance-pages.ts';

/*
 * npm run api-docs            writes what receivers, operators and lawyers read: from the contracts, the rules and the stack
 * npm run api-docs -- --check fails where a document is not what the contracts say
 * Both fail where one isn't what its standard calls an OpenAPI 3.1 or an AsyncAPI 3.0 document.
 */
const docs = join(import.meta.dirname, '..', 'docs');
const documents = [
  { name: 'openapi.json', document: openapi(), broken: brokenOpenapi },
  { name: 'desk-api.json', document: deskApi(), broken: brokenOpenapi },
  { name: 'asyncapi.json', document: asyncapi(), broken: brokenAsyncapi },
];
const isCheck = process.argv.includes('--check');

for (const { name, document, broken } of documents) {
  const file = join(docs, name);
  const text = JSON.stringify(document);
  for (const fault of await broken(JSON.parse(text))) fail(`docs/${name} breaks its standard: ${fault}`);
  const dangling = danglingReferences(JSON.parse(text));
  if (dangling.length > 0) fail(`docs/${name} refers to what isn't in it: ${dangling.join(', ')}`);
  if (!isCheck) writeFileSync(file, `${JSON.stringify(document, null, 2)}\n`);
  else if (written(file) !== text) fail(`docs/${name} is not what the contracts say: run npm run api-docs`);
}

const pages = [
  ['rules.md', rulesPage()] as const,
  ...[...compliancePages()].map(([name, page]) => [`compliance/${name}`, page] as const),
];
for (const [name, page] of pages) {
  const file = join(docs, name);
  if (!isCheck) writeFileSync(file, page);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== page)
    fail(`docs/${name} is not what the code says: run npm run api-docs`);
}

/** The document without its layout; undefined where there is none. */
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
