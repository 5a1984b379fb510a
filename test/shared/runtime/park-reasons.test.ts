import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NeverPossible, PARK_REASONS } from '#shared/runtime/errors.ts';

const operations = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'operations.md'), 'utf8');

describe('reasons for parking', () => {
  it('each reason for parking is described for the operator, in one style', () => {
    const [table = ''] = /^\| Reason \|.+?\n\n/msu.exec(operations) ?? [];
    const documented = [...table.matchAll(/^\| `(?<reason>[^`]+)` \| /gmu)].map(({ groups }) => groups?.['reason']);
    expect(documented).toEqual([...PARK_REASONS]);
    for (const reason of PARK_REASONS) expect(reason).toMatch(/^[a-z]+(_[a-z]+)+$/u);
  });

  it('a reason for parking gives its detail after a colon', () => {
    expect(new NeverPossible('object_gone').message).toBe('object_gone');
    expect(new NeverPossible('police_service_refused', '422').message).toBe('police_service_refused: 422');
  });
});
