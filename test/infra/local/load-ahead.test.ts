import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { EventSourceMapping, LocalDeployment } from '#infra/local/deploy.ts';
import { sourcesOf } from '#infra/local/step-sources.ts';
import type { Clients } from '#infra/local/clients.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { mapping, queuesWith } from './listed-queues.ts';

/** The steps of a deployment whose functions say in the log that they are loaded, and the log's lines. */
function stepsThatSayWhenLoaded(names: readonly string[]) {
  const folder = temporaryFolder('functions');
  mkdirSync(folder, { recursive: true });
  const lines: string[] = [];
  const mappings = names.map((name): EventSourceMapping => {
    const module = join(folder, `${name}.mjs`);
    writeFileSync(module, `console.log('${name} is loaded'); export const handler = async () => null;`);
    const { queue, target, ...settings } = mapping(`local-${name}`);
    return { ...settings, queue, target: { ...target, module, handler: 'handler' } };
  });
  const log = new Writable({ write: (chunk, _, done) => (lines.push(String(chunk).trim()), done()) });
  const deployed = { mappings, queueUrls: {} } as unknown as LocalDeployment;
  const clients = { sqs: queuesWith(new Map()) } as unknown as Clients;
  return { sources: sourcesOf(deployed, clients, { log, variables: {} }, false), lines };
}

describe('the steps that follow the reading of registrations', () => {
  it('are loaded before their first message, and no other step is', async () => {
    const { sources, lines } = stepsThatSayWhenLoaded(['files', 'registrations', 'companies', 'log-entries']);
    sources.loadAhead();
    await expect.poll(() => lines.toSorted()).toEqual(['companies is loaded', 'registrations is loaded']);
    await sources.drain();
    expect(lines).toHaveLength(2);
  });
});
