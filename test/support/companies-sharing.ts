import { type Counting, leaveValues, shareValues } from '#functions/3-assess-company/share-values.ts';
import type { SharedBand } from '#shared/domain/risk/rings/band.ts';
import type { SharedValue } from '#shared/domain/risk/rings/value-key.ts';
import { joinedWork } from '#shared/runtime/joined-work.ts';
import { OVERTAKEN, untilWritten } from '#shared/runtime/until-written.ts';
import { linksTable } from '#shared/tables/links.ts';
import { UNCHANGED_REFERENCES } from '#shared/tables/stored-references.ts';
import { memoryDatabase } from './memory-database.ts';
import { watched, type Watch } from './watched-database.ts';

export const ADDRESS: SharedValue = { kind: 'address', ref: 'one-address' };
export const PERSON: SharedValue = { kind: 'person', ref: 'one-person' };
export const OTHER: SharedValue = { kind: 'person', ref: 'another-person' };
export const member = (n: number) => ({
  enterpriseCode: `09${String(n).padStart(8, '0')}`,
  registeredOn: '2025-03-01',
  badSigns: n % 2,
});
export const codeOf = (n: number) => member(n).enterpriseCode;

/** Companies that share values in a table of links, each by runs as the step makes them. */
export async function companiesSharing() {
  const { db, createTable } = memoryDatabase();
  const table = await createTable('links');
  const links = linksTable(db, table, UNCHANGED_REFERENCES);
  const told = new Array<string>();
  const clock = { endsAt: 2_000_000_000 };
  /** What the companies' assessments say: each replaces only the one that its run has read. */
  const assessed = new Map<string, { readonly revision: number; readonly listed: number }>();

  /** A run of a company: it shares its values and stores an assessment. */
  const share = (n: number, valuesNow: readonly SharedValue[] | (() => readonly SharedValue[]), watch?: Watch) => {
    const own = linksTable(watched(db, watch), table, UNCHANGED_REFERENCES);
    const assess = async (messages: readonly { enterpriseCode: string }[]) => {
      await watch?.();
      told.push(...messages.map(({ enterpriseCode }) => enterpriseCode));
    };
    const ports = { links: own, assess, expiry: () => clock.endsAt, count: joinedWork<Counting, SharedBand>() };
    const code = codeOf(n);
    return untilWritten(async () => {
      const before = assessed.get(code);
      const list = (await own.lists([code])).get(code);
      const values = typeof valuesNow === 'function' ? valuesNow() : valuesNow;
      const stored = { list, isDone: list !== undefined && before?.listed === list.revision };
      const shared = await (values.length > 0
        ? shareValues(member(n), values, stored, ports)
        : leaveValues(code, stored, ports));
      if (shared === OVERTAKEN || assessed.get(code) !== before) return OVERTAKEN;
      assessed.set(code, { revision: (before?.revision ?? 0) + 1, listed: shared.listed });
      return { ...shared, bands: shared.bands.bands };
    });
  };
  const bandAt = async ({ kind, ref }: SharedValue) => (await links.counted(`${kind}#${ref}`, 1)).stored;
  const membersAt = ({ kind, ref }: SharedValue) => links.companiesOf(`${kind}#${ref}`);
  return { links, told, clock, share, bandAt, membersAt };
}
