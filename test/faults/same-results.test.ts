import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeDocx } from '#functions/issue-dossier/write-docx.ts';
import { flow } from '#test/support/flow.ts';
import { RING_FILES } from '#test/support/ring-feeds.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { differing, resultsIn } from './same-results.ts';

/** The dossiers of a run that begins at an instant, as `npm start` lays them down. */
async function dossiersOf(begun: string, change = (content: string) => content) {
  const run = await flow({ writeDocx });
  run.clock.now = new Date(begun);
  for (const [name, content] of RING_FILES) await run.drop(name, change(content));
  await run.settle();
  const out = temporaryFolder('same-results');
  mkdirSync(join(out, 'dossiers'));
  for (const [key, bytes] of run.objects) {
    const [, code, format] = /^dossiers\/([\d-]+)\/.+\/(?:ho-so|dossier)\.(docx|json)$/u.exec(key) ?? [];
    if (code !== undefined) writeFileSync(join(out, 'dossiers', `${code}.${format}`), bytes);
  }
  return resultsIn(out);
}

describe('the results of two runs', () => {
  it('the dossiers are the same though one run begins after midnight in Việt Nam', async () => {
    const [evening, night] = await Promise.all(
      ['2026-01-05T16:58:00Z', '2026-01-05T17:02:00Z'].map((at) => dossiersOf(at)),
    );
    expect(evening?.size).toBeGreaterThan(0);
    expect(differing(evening ?? new Map(), night ?? new Map())).toEqual([]);
  });

  it('a dossier that names another day of registration is another dossier', async () => {
    const evening = await dossiersOf('2026-01-05T16:58:00Z');
    const other = await dossiersOf('2026-01-05T16:58:00Z', (content) => content.replaceAll('10/03/2025', '09/03/2025'));
    expect(differing(evening, other)).toContainEqual(expect.stringMatching(/docx$/u));
  });
});
