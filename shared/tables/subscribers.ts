import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { countedFacts } from '#shared/domain/drops/counted-facts.ts';
import type { Provenance, SourcedRow } from '#shared/domain/notification/dossier/sources.ts';
import { holdersInForce, MOST_HOLDERS, type PhoneHolders } from '#shared/domain/risk/accounts-of-people.ts';
import type { CrimeReport } from '#shared/domain/risk/facts/crime-reports.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { batchWrite } from './batch-write.ts';
import { CrimeReportItem } from './crime-report-item.ts';
import { factEnding } from './drop-key.ts';
import type { DropStates } from './drop-states.ts';
import { ProvenanceItem } from './provenance.ts';
import { renewedItems, queryUnderEachKey } from './stored-references.ts';
import { queryFirst } from './query-all.ts';

/** A carrier's row: who holds a phone, both as keyed hashes, with the row's source. */
export interface Subscription {
  readonly phoneRef: string;
  readonly documentRef: string;
  /** The document is an enterprise code. */
  readonly isCompany?: true | undefined;
  readonly on?: string | undefined;
  readonly isRecalled?: boolean | undefined;
  readonly from: Provenance;
}

/** A victim's report that names a phone. */
export interface PhoneReport {
  readonly phoneRef: string;
  readonly report: CrimeReport;
  readonly from: Provenance;
}

const HoldingItem = z.object({
  documentRef: z.string(),
  isCompany: z.literal(true).optional(),
  on: z.string().optional(),
  isRecalled: z.boolean().optional(),
  from: ProvenanceItem,
});
const Item = z.union([HoldingItem, z.object({ report: CrimeReportItem, from: ProvenanceItem })]);
type Row = z.infer<typeof Item>;

/** The most rows about a phone that are read, several drops of which may name the same holders. */
const MOST_ROWS = 2000;

/**
 * The table `subscribers`: PK phoneRef, SK holder (the document with its day, or a victim's report, and the drop). References are keyed
 * hashes, and no phone or document number is stored.
 */
export const subscribersTable = (
  db: DynamoDBDocumentClient,
  table: string,
  hash: KeyedHash,
  drops: Pick<DropStates, 'standingOf'>,
) => {
  /** The rows about a phone that count, each content once. A carrier's file names all holders of each of its phones. */
  const rowsOf = async (phone: string): Promise<readonly Row[]> => {
    const items = await queryUnderEachKey(hash('phone', phone), hash, (phoneRef) =>
      queryFirst(db, table, { phoneRef }, MOST_ROWS),
    );
    const facts = renewedItems(items, ['holder'], hash).map((item) => {
      const row = Item.parse(item);
      return { ...row, id: rowKey(row), place: 'report' in row ? `report ${row.report.caseId}` : 'holders' };
    });
    return countedFacts(facts, await drops.standingOf(facts.map(({ from }) => from)));
  };

  return {
    async record(rows: readonly (Subscription | PhoneReport)[], expiresAt: number): Promise<void> {
      const items = rows.map((row) => ({ ...row, holder: `${rowKey(row)}${factEnding(row.from)}`, expiresAt }));
      await batchWrite(db, table, items, (item) => `${item.phoneRef} ${item.holder}`);
    },

    /** The documents that carriers reported for a phone, none where no carrier reported any, and what victims reported of it. */
    async of(phone: string): Promise<KnownOfPhone> {
      const rows = await rowsOf(phone);
      const holdings = holdingsIn(rows);
      const companies = holdings.flatMap(({ isCompany, documentRef }) => (isCompany ? [documentRef] : []));
      const reports = rows.flatMap((row) => ('report' in row ? row.report : []));
      const holders = areTooMany(holdings) ? 'too-many' : holdersInForce(holdings);
      return { holders, companies: new Set(companies), reports };
    },

    /** The sources of the rows about a phone, as far as they count. */
    async origins(phone: string): Promise<readonly SourcedRow[]> {
      const rows = await rowsOf(phone);
      const isHeld = !areTooMany(holdingsIn(rows));
      return rows.flatMap((row): readonly SourcedRow[] => {
        if ('report' in row) return [{ feed: 'crime-reports', from: row.from }];
        return isHeld ? [{ feed: 'subscribers', from: row.from }] : [];
      });
    },
  };
};

export interface KnownOfPhone {
  readonly holders: PhoneHolders;
  /** The holders that are companies, also those that hold the phone no more. */
  readonly companies: ReadonlySet<string>;
  readonly reports: readonly CrimeReport[];
}

const holdingsIn = (rows: readonly Row[]) => rows.flatMap((row) => ('report' in row ? [] : [row]));

const rowKey = (row: Omit<Subscription, 'phoneRef' | 'from'> | Pick<PhoneReport, 'report'>): string =>
  'report' in row ? `report#${contentId(row.report)}` : holderKey(row);

const holderKey = ({ documentRef, on = '', isRecalled }: Omit<Subscription, 'phoneRef' | 'from'>): string =>
  [documentRef, on, ...(isRecalled ? ['recalled'] : [])].join('#');

const areTooMany = (rows: readonly Pick<Subscription, 'documentRef'>[]): boolean =>
  new Set(rows.map(({ documentRef }) => documentRef)).size > MOST_HOLDERS;

export type Subscribers = ReturnType<typeof subscribersTable>;
