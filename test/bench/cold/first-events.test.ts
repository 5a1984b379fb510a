import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { withPlace } from '../embedded/run-flow.ts';
import { bareHandler } from './bare-handler.ts';
import { firstEvents } from './first-events.ts';

it('every step has a first event, and its bare handler has only the step’s clients', async () => {
  const folder = temporaryFolder('bare');
  try {
    await withPlace(false, async ({ deployed }) => {
      const events = firstEvents(deployed);
      expect(events).toHaveLength(deployed.mappings.length);
      const dossier = events.find(({ step }) => step === 'IssueDossier')?.target.module ?? '';
      const code = readFileSync(await bareHandler(readFileSync(dossier, 'utf8'), join(folder, 'bare.mjs')), 'utf8');
      expect(code).toContain('com.amazonaws.s3');
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
