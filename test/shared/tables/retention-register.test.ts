import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { expiryOf } from '#shared/tables/expiry.ts';
import { RETENTION_REGISTER } from '#shared/tables/retention-register.ts';
import { TABLE_DESIGNS } from '#shared/tables/table-designs.ts';

it("the retention register has a line for every table, and each table's items expire as its line says", () => {
  expect(Object.keys(RETENTION_REGISTER).sort()).toEqual(Object.keys(TABLE_DESIGNS).sort());
  const dying = Object.entries(RETENTION_REGISTER).map(([name, { days }]) => [name, days !== 'never ends']);
  expect(Object.fromEntries(dying)).toEqual(
    Object.fromEntries(Object.entries(TABLE_DESIGNS).map(([name, { ttl }]) => [name, ttl])),
  );
});

it('the retention register states for each place its data, purpose and legal basis', () => {
  for (const { holds, purpose, basis } of Object.values(RETENTION_REGISTER)) {
    for (const text of [holds, purpose, basis]) expect(text.length).toBeGreaterThan(5);
  }
});

it('no personal data are stored without an end', () => {
  const forEver = Object.entries(RETENTION_REGISTER).filter(([, { days }]) => days === 'never ends');
  expect(forEver.length).toBeGreaterThan(0);
  for (const [name, { holds }] of forEver) {
    const stored = readFileSync(join(import.meta.dirname, '../../../shared/tables', `${name}.ts`), 'utf8');
    expect(stored).not.toMatch(/\b(?:officer|subject|person|displayName|fullName|agreedBy|proposedBy|votes)\??:/u);
    if (name !== 'receivers') expect(holds).toContain('không có gì về cá nhân');
  }
});

it('the retention counts from the instant that is given, in seconds', () => {
  expect(expiryOf('parked', '2026-01-01T00:00:00.000Z') - Date.parse('2026-01-01T00:00:00Z') / 1000).toBe(730 * 86_400);
  expect(expiryOf('calls', '2026-01-01T00:00:00.000Z') - Date.parse('2026-01-01T00:00:00Z') / 1000).toBe(3600);
});
