import type { Provenance } from '#shared/domain/notification/dossier/sources.ts';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { countedFacts } from '#shared/domain/drops/counted-facts.ts';
import { dayInAnyOrder } from '#shared/domain/drops/day-in-any-order.ts';
import { recordKeys } from '#shared/domain/identity/match/search-keys.ts';
import { dayInVietnam } from '#shared/domain/vietnamese/dates.ts';
import { POLICE_STATUSES, type PoliceRecord, type StatedRecord } from '#shared/domain/identity/police-record.ts';
import { DOCUMENT_TYPES } from '#shared/domain/identity/registration.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { batchWrite } from './batch-write.ts';
import { queryUnderEachKey } from './stored-references.ts';
import { queryAll, queryFirst } from './query-all.ts';
import { ProvenanceItem } from './provenance.ts';
import { contentKey, factEnding } from './drop-key.ts';
import type { DropStates } from './drop-states.ts';

const Found = z.object({
  documentNumber: z.string(),
  fullName: z.string(),
  dateOfBirth: z.string(),
  gender: z.enum(['male', 'female']).optional(),
  oldNumber: z.string().optional(),
});
export type FoundPerson = z.infer<typeof Found>;

const Version = z.object({
  ...Found.shape,
  documentType: z.enum(DOCUMENT_TYPES).optional(),
  permanentAddress: z.string().optional(),
  status: z.enum(POLICE_STATUSES),
  statusOn: z.string().optional(),
  expiresOn: z.string().optional(),
} satisfies Record<keyof PoliceRecord, z.ZodType>);
const VersionItem = z.object({ ...Version.shape, record: z.string(), from: ProvenanceItem.optional() });
const Alias = z.object({ alias: z.string() });
type PoliceRecordItem = { ref: string; record: string; [attribute: string]: unknown };

type ReadRecord = PoliceRecord & { readonly from?: Provenance | undefined };

/** The number of people from which a search key identifies nobody. */
const FOUND_A_KEY = 300;
/** The most people under one number, because some CMND numbers were issued twice but hardly any more often. */
const OWNERS_OF_AN_OLD_NUMBER = 5;

/**
 * The table `police-records`: PK ref, SK record. The hash of a document number has the versions that drops state, and,
 * for an old number, the number after it; the hash of a search key has the people with that key. Items that only lead to
 * a version are the same for every drop and say nothing about who counts.
 */
export const policeRecordsTable = (
  db: DynamoDBDocumentClient,
  table: string,
  hash: KeyedHash,
  drops: Pick<DropStates, 'standingOf'>,
) => {
  const documentRef = (number: string) => hash('document', number);
  const searchRef = (key: string) => hash('search', key);

  const itemsOf = ({ from, ...row }: ReadRecord, expiresAt: number) => {
    const version = Version.parse(row);
    const found = { ...Found.parse(row), record: `found#${contentId(Found.parse(row))}`, expiresAt };
    const { documentNumber, oldNumber } = row;
    const items: PoliceRecordItem[] = [
      {
        ref: documentRef(documentNumber),
        record: `${VERSION}${contentId(version)}${factEnding(from)}`,
        ...version,
        ...(from && { from }),
        expiresAt,
      },
    ];
    for (const key of recordKeys(row)) items.push({ ref: searchRef(key), ...found });
    if (oldNumber && oldNumber !== documentNumber)
      items.push({
        ref: documentRef(oldNumber),
        record: `alias#${contentId(documentNumber)}`,
        alias: documentNumber,
        expiresAt,
      });
    return items;
  };

  const under = async (reference: string) =>
    eachOnce(await queryUnderEachKey(reference, hash, (ref) => queryAll(db, table, { ref })));

  /** The versions among items under one number that count. */
  const counted = async (items: readonly Record<string, unknown>[]) => {
    const facts = items.filter(isVersion).map((item) => {
      const { record, from, ...stored } = VersionItem.parse(item);
      return { version: Version.parse(stored), id: contentKey(record), from, place: dayInAnyOrder(stored.statusOn) };
    });
    return countedFacts(facts, await drops.standingOf(facts.map(({ from }) => from)));
  };

  return {
    /** @param expiresAt whole seconds since 1970, when the items are deleted */
    async record(rows: readonly ReadRecord[], expiresAt: number): Promise<void> {
      const items = rows.flatMap((row) => itemsOf(row, expiresAt));
      await batchWrite(db, table, items, (item) => `${item.ref} ${item.record}`);
    },

    /**
     * All versions of the person with this present or old number, with one request and one more for each alias. An alias
     * of which no version counts leads to nobody.
     */
    async byNumber(number: string): Promise<StatedRecord[]> {
      const items = await under(documentRef(number));
      const aliases = items.flatMap((item) => Alias.safeParse(item).data?.alias ?? []);
      const followed = await inParallel(
        aliases.slice(0, OWNERS_OF_AN_OLD_NUMBER),
        OWNERS_OF_AN_OLD_NUMBER,
        async (alias) => counted(await under(documentRef(alias))),
      );
      const owners = followed.filter((owner) => owner.some(({ version }) => version.oldNumber === number));
      return [await counted(items), ...owners]
        .flat()
        .map(({ version, since }) => ({ ...version, ...(since && { toldOn: dayInVietnam(new Date(since)) }) }));
    },

    /** The versions of the person under a document's reference, which carriers' rows have instead of a number. */
    async byReference(reference: string): Promise<PoliceRecord[]> {
      return (await counted(await under(reference))).map(({ version }) => version);
    },

    /** The sources of the versions under a number that count. */
    async origins(number: string): Promise<readonly Provenance[]> {
      return (await counted(await under(documentRef(number)))).flatMap(({ from }) => from ?? []);
    },

    /** References of the old numbers that any drop ever gave to the person of a document's reference. */
    async oldNumbersOf(reference: string): Promise<readonly string[]> {
      const items = await under(reference);
      const numbers = items.filter(isVersion).flatMap((item) => Version.parse(item).oldNumber ?? []);
      return [...new Set(numbers)].map(documentRef);
    },

    /**
     * The people under any of the keys, each once, with one request for each key. Who of them counts is known only by
     * their numbers.
     */
    async search(keys: readonly string[]): Promise<FoundPerson[]> {
      const found = await inParallel(keys, keys.length, (key) =>
        queryUnderEachKey(searchRef(key), hash, (ref) => queryFirst(db, table, { ref }, FOUND_A_KEY)),
      );
      return eachOnce(found.flat()).map((item) => Found.parse(item));
    },
  };
};

const VERSION = 'version#';
const isVersion = (item: Readonly<Record<string, unknown>>): boolean => String(item['record']).startsWith(VERSION);

/** Sort keys are made from content, so the same one under two references is the same row. */
const eachOnce = (items: readonly Record<string, unknown>[]) => [
  ...new Map(items.map((item) => [String(item['record']), item])).values(),
];
export type PoliceRecords = ReturnType<typeof policeRecordsTable>;
