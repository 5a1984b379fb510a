import type { Provenance } from '#shared/domain/notification/dossier/sources.ts';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { recordKeys } from '#shared/domain/identity/match/search-keys.ts';
import { POLICE_STATUSES, type PoliceRecord } from '#shared/domain/identity/police-record.ts';
import { DOCUMENT_TYPES } from '#shared/domain/identity/registration.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { batchWrite, putRequests } from './batch-write.ts';
import { queryUnderEachKey } from './stored-references.ts';
import { queryAll, queryFirst } from './query-all.ts';
import { ProvenanceItem } from './provenance.ts';
import { type Condition, removeIf } from './conditional-write.ts';
import { dayInAnyOrder, type FileDrop, scanDrops, removeSuperseded, type TakenDrops } from './superseded.ts';

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
const Origin = z.object({ from: ProvenanceItem });
const Alias = z.object({ alias: z.string() });
/** An old number that only a deleted version had. */
const FormerNumber = z.object({ formerNumber: z.string() });
type PoliceRecordItem = { ref: string; record: string; [attribute: string]: unknown };

const keyOf = ({ ref, record }: PoliceRecordItem) => `${ref} ${record}`;

type ReadRecord = PoliceRecord & { readonly from?: Provenance | undefined };

/** A person with facts that are taken back, by references of their document numbers. */
export interface TakenPerson {
  readonly ref: string;
  readonly oldRefs: readonly string[];
}

/** The number of people from which a search key identifies nobody. */
const FOUND_A_KEY = 300;
/** The most people under one number, because some CMND numbers were issued twice but hardly any more often. */
const OWNERS_OF_AN_OLD_NUMBER = 5;

/**
 * The table `police-records`: PK ref, SK record. The hash of a document number has its versions and, for an old number,
 * the number after it; the hash of a search key has the people with that key. Sort keys are made from content, so a
 * repeated row changes nothing in any order. No version is ever overwritten. A search key has the name of the file that
 * wrote it last, and only a reader of that file deletes it.
 */
export const policeRecordsTable = (db: DynamoDBDocumentClient, table: string, hash: KeyedHash) => {
  const documentRef = (number: string) => hash('document', number);
  const searchRef = (key: string) => hash('search', key);

  const itemsOf = ({ from, ...row }: ReadRecord, expiresAt: number) => {
    const version = Version.parse(row);
    const ofKeys = { ...(from && { lastReadIn: from.file }), expiresAt };
    const found = { ...Found.parse(row), record: `found#${contentId(Found.parse(row))}`, ...ofKeys };
    const { documentNumber, oldNumber } = row;
    const items: PoliceRecordItem[] = [
      {
        ref: documentRef(documentNumber),
        record: `version#${contentId(version)}`,
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
        ...ofKeys,
      });
    return items;
  };

  /** The items by which a version is found beside its own number. */
  const besideOf = (item: Readonly<Record<string, unknown>>): PoliceRecordItem[] => {
    const version = Version.safeParse(item).data;
    const { from } = Origin.safeParse(item).data ?? {};
    return version ? itemsOf({ ...version, from }, Number(item['expiresAt'])).slice(1) : [];
  };

  const kept = (reference: string) => queryUnderEachKey(reference, hash, (ref) => queryAll(db, itemsUnder(table, ref)));
  const under = async (number: string) => eachOnce(await kept(documentRef(number)));

  /** Deletes versions of the person with their search keys. @returns the old numbers that a deleted version ever had */
  const removeVersions = async (
    ref: string,
    rows: readonly ReadRecord[],
    drops: TakenDrops,
    places: ReadonlySet<string> | 'every',
  ): Promise<readonly string[]> => {
    const said = new Set(rows.flatMap((row) => itemsOf(row, 0)).map(keyOf));
    const items = await kept(ref);
    const former = new Set(items.flatMap((item) => FormerNumber.safeParse(item).data?.formerNumber ?? []));
    const placed = items.flatMap((item) => {
      const version = Version.safeParse(item).data;
      const record = String(item['record']);
      const isSaid = said.has(keyOf({ ref: hash.renewed(String(item['ref'])), record }));
      const place = isSaid ? undefined : version && dayInAnyOrder(version.statusOn);
      // The reference may be re-keyed meanwhile
      return hash.forms(String(item['ref'])).map((form) => ({ key: { ref: form, record }, item, place }));
    });
    const others = (gone: readonly Readonly<Record<string, unknown>>[]) =>
      placed.flatMap(({ item }) => (gone.includes(item) ? [] : besideOf(item)));
    await removeSuperseded(db, table, placed, drops, places, async (earlier) => {
      const numbers = earlier.flatMap(formerNumberOf);
      for (const { formerNumber } of numbers) former.add(formerNumber);
      await batchWrite(db, table, putRequests(numbers, keyOf));
      // The keys that the drop says are also written again below; this only saves that
      const beside = earlier.flatMap(besideOf).filter((item) => !said.has(keyOf(item)));
      const keys = new Set(beside.map(keyOf));
      const shared = others(earlier).filter((item) => keys.has(keyOf(item)));
      // A key that a version of another file shares goes with that one from now on
      await batchWrite(db, table, putRequests(shared, keyOf));
      const stay = new Set(shared.map(keyOf));
      const gone = beside.filter((item) => !stay.has(keyOf(item)));
      const everyKey = gone.flatMap((one) => hash.forms(one.ref).map((form) => ({ ref: form, record: one.record })));
      await inParallel(everyKey, 8, (key) => removeIf(db, table, key, lastReadIn(drops.file)));
    });
    return [...former];
  };

  return {
    /** @param expiresAt whole seconds since 1970, when the items are deleted */
    async record(rows: readonly ReadRecord[], expiresAt: number): Promise<void> {
      const items = rows.flatMap((row) => itemsOf(row, expiresAt));
      await batchWrite(
        db,
        table,
        putRequests(items, (item) => `${item.ref} ${item.record}`),
      );
    },

    /**
     * Deletes the facts of an earlier drop of a file about a person that this drop contradicts. The search keys go
     * first, because a reader that is ended in between finds them only through the version. A version that another file
     * repeated meanwhile stays with its search keys, which have that file's name. @returns the old numbers that a
     * deleted version ever had. They are stored before the versions are deleted, so that a reader finds them again that
     * was ended before it had told those who declared them.
     */
    supersede(documentNumber: string, rows: readonly ReadRecord[], drop: FileDrop): Promise<readonly string[]> {
      const places = new Set(rows.map(({ statusOn }) => dayInAnyOrder(statusOn)));
      return removeVersions(documentRef(documentNumber), rows, drop, places);
    },

    /** The references of people with facts of drops that are taken back, with those of their old numbers. */
    async takenBack(drops: TakenDrops): Promise<readonly TakenPerson[]> {
      const found = new Map<string, Set<string>>();
      await scanDrops(db, table, drops, (item) => {
        const { oldNumber } = Version.parse(item);
        const ref = hash.renewed(String(item['ref']));
        const old = found.get(ref) ?? new Set();
        found.set(ref, oldNumber === undefined ? old : old.add(documentRef(oldNumber)));
      });
      return [...found].map(([ref, oldRefs]) => ({ ref, oldRefs: [...oldRefs] }));
    },

    /** Deletes all facts of drops about a person. */
    async takeBack(ref: string, drops: TakenDrops): Promise<void> {
      await removeVersions(ref, [], drops, 'every');
    },

    /**
     * All versions of the person with this present or old number, with one request and one more for each alias. An alias
     * of which no version stands leads to nobody: a slow reader of a wrong file may have written it after that version
     * was deleted.
     */
    async byNumber(number: string): Promise<PoliceRecord[]> {
      const items = await under(number);
      const aliases = items.flatMap((item) => Alias.safeParse(item).data?.alias ?? []);
      const followed = await inParallel(aliases.slice(0, OWNERS_OF_AN_OLD_NUMBER), OWNERS_OF_AN_OLD_NUMBER, under);
      const owners = followed.filter((owner) => owner.some(({ oldNumber }) => oldNumber === number));
      const versions = [items, ...owners].flat().filter((item) => !('alias' in item || 'formerNumber' in item));
      return versions.map((item) => Version.parse(item));
    },

    async origins(number: string): Promise<readonly Provenance[]> {
      const items = await under(number);
      return items.flatMap((item) => Origin.safeParse(item).data?.from ?? []);
    },

    /** The people under any of the keys, each once, with one request for each key. */
    async search(keys: readonly string[]): Promise<FoundPerson[]> {
      const found = await inParallel(keys, keys.length, (key) =>
        queryUnderEachKey(searchRef(key), hash, (ref) => queryFirst(db, itemsUnder(table, ref), FOUND_A_KEY)),
      );
      return eachOnce(found.flat()).map((item) => Found.parse(item));
    },
  };
};

/** The condition for deleting a search key. */
const lastReadIn = (file: string): Condition => ({
  when: '#file = :file',
  names: { '#file': 'lastReadIn' },
  values: { ':file': file },
});

/** The item by which the old number of a deleted version is found again. */
function formerNumberOf(item: Readonly<Record<string, unknown>>) {
  const { documentNumber, oldNumber: formerNumber } = Version.parse(item);
  if (formerNumber === undefined || formerNumber === documentNumber) return [];
  const record = `former-number#${contentId(formerNumber)}`;
  return [{ ref: String(item['ref']), record, formerNumber, expiresAt: item['expiresAt'] }];
}

const itemsUnder = (TableName: string, ref: string) => ({
  TableName,
  KeyConditionExpression: '#ref = :ref',
  ExpressionAttributeNames: { '#ref': 'ref' },
  ExpressionAttributeValues: { ':ref': ref },
});

/** Sort keys are made from content, so the same one under two references is the same row. */
const eachOnce = (items: readonly Record<string, unknown>[]) => [
  ...new Map(items.map((item) => [String(item['record']), item])).values(),
];
export type PoliceRecords = ReturnType<typeof policeRecordsTable>;
