import { contentId } from '#shared/runtime/content-id.ts';
import { documentLink, phoneLink } from '#shared/tables/links.ts';
import { hash } from './concerned.ts';
import { tableKind } from './end-state.ts';
import { placeOf } from './ending.ts';
import type { Attributes } from './twins/expressions.ts';
import { sentTo, type Writing } from './writing.ts';

/** An item that a reader writes beside a fact, with its key. */
interface LeadingItem {
  readonly table: string;
  readonly key: readonly string[];
  readonly what: string;
}

/**
 * What a reader has left out that belongs to the facts of its file: by which a company is found for a person or a phone, by
 * which a person is found for an old number, and the entry of a listing in the log.
 */
export function besideFactsLeftOut({ before, after, trace, world }: Writing): string | undefined {
  const file = `${String(after['feed'])}/${String(after['file'])}`;
  const facts = [...trace.written].filter(([, item]) => item !== undefined && fileOf(item) === file);
  const hasHolders = facts.some(([place]) => tableKind(place) === 'Subscribers');
  if (after['feed'] === 'subscribers' && acceptedIn(after) > acceptedIn(before) && !hasHolders)
    return 'the holders of its phones are written';
  const entered = facts.some(([, item]) => item?.['listing'] !== undefined)
    ? new Set(sentTo({ trace, world }, 'append-entries').map(({ says }) => listingOf((says ?? {}) as Attributes)))
    : undefined;
  for (const [place, item = {}] of facts) {
    const left = besideOf(tableKind(place), item).find(
      ({ table, key }) => trace.written.get(placeOf(world, table, ...key)) === undefined,
    );
    if (left) return left.what;
    const listed = item['listing'] as Attributes | undefined;
    if (listed && !entered?.has(listingOf({ ...item, ...listed })))
      return `the listing of ${String(item['accountRef'])} is entered in the log`;
  }
  return undefined;
}

const fileOf = ({ from }: Attributes): unknown => (from as { readonly file?: string } | undefined)?.file;

const acceptedIn = (item: Attributes | undefined): number =>
  (item?.['counts'] as { readonly accepted?: number } | undefined)?.accepted ?? 0;

const listingOf = ({ accountRef, code, on }: Attributes): string => [accountRef, code, on].map(String).join(' ');

/** What leads to a fact: who declared a person, who has a phone, and to whom an old number belongs. */
function besideOf(kind: string, item: Attributes): readonly LeadingItem[] {
  const { registration, register, documentNumber, oldNumber } = item as Record<string, unknown>;
  if (kind === 'Companies' && registration !== undefined) {
    const { documentNumber: number } = (registration as { person: Attributes }).person;
    const code = String(item['enterpriseCode']);
    return [
      { table: 'Links', key: [documentLink(String(number), hash), code], what: `a person's number leads to ${code}` },
    ];
  }
  const { phone, enterpriseCode: holder } = (register ?? {}) as Attributes;
  if (kind === 'Accounts' && phone !== undefined)
    return [
      {
        table: 'Links',
        key: [phoneLink(String(phone), hash), String(holder)],
        what: `a phone leads to ${String(holder)}`,
      },
    ];
  if (kind !== 'PoliceRecords' || oldNumber === undefined || oldNumber === documentNumber) return [];
  const key = [hash('document', String(oldNumber)), `alias#${contentId(documentNumber)}`];
  return String(item['record']).startsWith('version#')
    ? [{ table: 'PoliceRecords', key, what: `an old number leads to the person ${String(item['ref'])}` }]
    : [];
}
