import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { SenderCoverage } from '#shared/domain/risk/coverage.ts';
import { isLaterDrop } from '#shared/domain/drops/drop-order.ts';
import type { Vanished } from '#shared/domain/drops/vanished-rows.ts';
import { mayBecome } from '#shared/domain/drops/drop-states.ts';
import { feedOf, senderOf } from '#shared/domain/drops/sender.ts';
import { ConfirmedHeading, MOST_CONFIRMED } from '#shared/contracts/feeds/confirmed-heading.ts';
import { headingKey } from '#shared/contracts/feeds/heading-key.ts';
import type { ManifestStatement } from '#shared/contracts/manifest.ts';
import type { ProvinceProfile } from '#shared/domain/risk/province/province-profile.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { SAYINGS } from '#shared/domain/risk/senders/unusual.ts';
import { OFFICE_KINDS } from '#shared/domain/risk/province/office-kinds.ts';
import { batchGet } from './batch-get.ts';
import { itemAt, putRevision } from './conditional-write.ts';
import {
  coverageBy,
  CoverageItem,
  type CoverageState,
  hasRoom,
  isBeingRead,
  newestOfNames,
  NO_COVERAGE,
  type Stated,
  unread,
} from './coverage-item.ts';
import { Drop, type DropKey } from './drop-item.ts';
import { dropKey, fileKey } from './drop-key.ts';
import { packed, Packed, unpacked } from './packed.ts';
import { allAs, oneAs, queryAll, queryFirst } from './query-all.ts';

const days = z.strictObject({
  listed: z.literal(true).optional(),
  doubtful: z.literal(true).optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});
const Sent = z.union([z.literal('nothing'), days]);
const areas = z.record(z.string(), Sent);

/** The result of a survey of the province. */
const ProvinceProfileItem = z.strictObject({
  offices: z.partialRecord(
    z.enum(OFFICE_KINDS),
    z.strictObject({ communes: areas, districts: areas, whole: Sent, someSilent: z.boolean() }),
  ),
  peers: z.record(z.string(), z.strictObject({ count: z.number(), quantiles: z.array(z.number()) })),
  wholeBanks: z.array(z.string()),
  countsAlone: z.record(z.string(), z.array(z.string())),
  doubted: z.array(z.strictObject({ sender: z.string(), count: z.number(), because: z.enum(SAYINGS).optional() })),
  commonSigns: z.record(z.string(), z.array(z.string())),
});

/** The item of the profile with its packed part. */
const ProfileItem = Packed.transform((item): StoredProvinceProfile => {
  const profile = ProvinceProfileItem.parse(unpacked(item.packed));
  return { revision: Number(item['revision']), profile };
});
/** The province's last written profile. */
interface StoredProvinceProfile {
  readonly revision: number;
  readonly profile: ProvinceProfile;
}

/** No sender is called like these, because a sender begins with its feed. */
const COVERAGE = 'coverage';
const HEADINGS = 'headings';
const HeadingsItem = z.object({ revision: z.number(), headings: z.array(ConfirmedHeading) });
const PROFILE = { sender: 'province', place: 'profile' };

/** The most drops of a name, the newest ones, that are compared with each other. */
const MOST_OF_NAME = 50;

/**
 * The table `files`: PK sender, SK place. Each drop of a file is an item of its sender; the partition `coverage` has what
 * each sender's drops cover.
 */
export const filesTable = (db: DynamoDBDocumentClient, table: string) => {
  const dropsOf = async (sender: string): Promise<Drop[]> => {
    return allAs(Drop, queryAll(db, table, { sender }));
  };
  const ofName = async (feed: string, file: string, most = MOST_OF_NAME): Promise<Drop[]> => {
    const named = { sender: senderOf(feed, file), place: ['begins_with', fileKey(file)] } as const;
    const items = await queryFirst(db, table, named, most, { ScanIndexForward: false });
    return items.map((item) => Drop.parse(item));
  };
  const coverageItems = (feed: string | undefined) =>
    queryAll(db, table, { sender: COVERAGE, ...(feed !== undefined && { place: ['begins_with', feed] }) });
  const sendersOf = async (feed: string): Promise<string[]> =>
    (await coverageItems(feed)).map(({ place }) => String(place)).filter((sender) => feedOf(sender) === feed);
  const statedBy = async (sender: string): Promise<readonly Stated[]> => {
    const item = await itemAt(db, table, coverageKey(sender));
    return item
      ? CoverageItem.parse(item).stated.filter(({ manifest }) => senderOf(feedOf(sender), manifest) === sender)
      : [];
  };

  /** Writes what a sender's drops and statements cover now. */
  const settleCoverage = async (
    sender: string,
    now: Date,
    restate: (own: readonly Stated[]) => readonly Stated[] = (own) => own,
  ): Promise<{ readonly after: CoverageState; readonly vanished: number }> => {
    const feed = feedOf(sender);
    for (;;) {
      const item = await itemAt(db, table, coverageKey(sender));
      const before = item ? CoverageItem.parse(item) : { ...NO_COVERAGE, revision: 0 };
      const own = before.stated.filter(({ manifest }) => senderOf(feed, manifest) === sender);
      // Statements straight under the feed's folder may concern files in the folders below it
      const stated = [...restate(own), ...(sender === feed ? [] : await statedBy(feed))];
      const after = coverageBy(await dropsOf(sender), stated, now);
      const { revision, ...state } = before;
      const known = new Set(before.vanished.map(({ content }) => content));
      if (item && contentId(after) === contentId(state)) return { after, vanished: 0 };
      const next = { ...after, revision: revision + 1 };
      if (await putRevision(db, table, coverageKey(sender), next, item && before))
        return { after, vanished: after.vanished.filter((one) => !known.has(one.content)).length };
    }
  };

  return {
    drop: (key: DropKey) => oneAs(Drop, itemAt(db, table, dropKey(key))),

    /** The drops of a file, the newest first. */
    ofName,

    /** The newest drop of a file. */
    async newest(feed: string, file: string): Promise<Drop | undefined> {
      return (await ofName(feed, file, 1))[0];
    },

    /** The newest drop of each file of a feed of which reading ever began, the latest first. */
    async ofFeed(feed: string): Promise<Drop[]> {
      const senders = await sendersOf(feed);
      const drops = (await Promise.all(senders.map(dropsOf))).flat();
      return [...newestOfNames(drops)].sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
    },

    /**
     * Changes a drop as it now stands, and does so again where another function has changed it meanwhile. A change that
     * its state does not allow is none. @returns the drop as it then stands, and whether this call has changed it
     */
    async change(
      key: DropKey,
      change: (drop: Drop | undefined) => Drop | undefined,
    ): Promise<{ readonly drop: Drop | undefined; readonly isChanged: boolean }> {
      for (;;) {
        const item = await itemAt(db, table, dropKey(key));
        const before = item && Drop.parse(item);
        const next = change(before);
        if (!next || (before && !mayBecome(before.state, next.state))) return { drop: before, isChanged: false };
        const revision = Number(item?.['revision'] ?? 0);
        const written = { ...next, revision: revision + 1 };
        if (await putRevision(db, table, dropKey(key), written, before && { revision }))
          return { drop: next, isChanged: true };
      }
    },

    /**
     * Call this after a drop was begun or its state has changed, before anybody is told. @returns whether none of the
     * sender's files is being read or stopped, and how much has vanished from its rows since the last call
     */
    async settle(
      feed: string,
      file: string,
      now: Date,
    ): Promise<{ readonly isComplete: boolean; readonly vanished: number }> {
      const { after, vanished } = await settleCoverage(senderOf(feed, file), now);
      return { isComplete: !isBeingRead(after, now), vanished };
    },

    /** What the rows of a sender, or of each, had and have no more. */
    async vanished(sender?: string): Promise<readonly (Vanished & { readonly sender: string })[]> {
      const items = (await coverageItems(sender)).map((item) => ({ ...CoverageItem.parse(item), at: item['place'] }));
      return items
        .filter(({ at }) => sender === undefined || at === sender)
        .flatMap(({ at, vanished }) => vanished.map((one) => ({ sender: String(at), ...one })));
    },

    /**
     * Replaces a manifest's earlier statements by its new ones, or by none where the sender has no room for them. A
     * manifest that came later stays. @returns whether it has room
     */
    async state({ feed, file, version }: DropKey, covers: readonly ManifestStatement[], now: Date): Promise<boolean> {
      const sender = senderOf(feed, file);
      let isTaken = true;
      await settleCoverage(sender, now, (own) => {
        if (own.some((one) => one.manifest === file && isLaterDrop(one.version, version))) return own;
        const others = own.filter(({ manifest }) => manifest !== file);
        isTaken = hasRoom(others, covers);
        return [...others, ...(isTaken ? covers : []).map((one) => unread(one, file, version))];
      });
      if (sender === feed)
        for (const other of await sendersOf(feed)) if (other !== feed) await settleCoverage(other, now);
      return isTaken;
    },

    /** The headings that hold in these scopes, of a heading those of the last scope. */
    async confirmedHeadings(scopes: readonly string[]): Promise<readonly ConfirmedHeading[]> {
      const items = await Promise.all(scopes.map((scope) => itemAt(db, table, headingsKey(scope))));
      return latestOf(items.flatMap((item) => (item ? HeadingsItem.parse(item).headings : [])));
    },

    /** Records headings of a scope; an earlier meaning of the same heading is replaced. */
    async confirmHeadings(scope: string, headings: readonly ConfirmedHeading[]): Promise<void> {
      for (;;) {
        const item = await itemAt(db, table, headingsKey(scope));
        const before = item && HeadingsItem.parse(item);
        const kept = latestOf([...(before?.headings ?? []), ...headings]).slice(-MOST_CONFIRMED);
        const next = { headings: kept, revision: (before?.revision ?? 0) + 1 };
        if (await putRevision(db, table, headingsKey(scope), next, before)) return;
      }
    },

    /** Reads what each sender of the feeds covers. */
    async coverage(feeds: readonly string[], now: Date): Promise<readonly SenderCoverage[]> {
      const items = await coverageItems(feeds.length === 1 ? feeds[0] : undefined);
      return items.flatMap((item) => {
        const sender = String(item['place']);
        if (!feeds.includes(feedOf(sender))) return [];
        const state = CoverageItem.parse(item);
        const { spans, subjects, stated } = state;
        return [{ sender, spans, subjects, statements: stated, beingRead: isBeingRead(state, now) }];
      });
    },

    /** Reads the province's profile from the last survey. */
    async profile(): Promise<StoredProvinceProfile | undefined> {
      const [item] = await batchGet(db, table, [PROFILE]);
      return item && ProfileItem.parse(item);
    },

    /** Writes the profile; false where another writer wrote it since `before` was read. */
    writeProfile(profile: ProvinceProfile, before: StoredProvinceProfile | undefined): Promise<boolean> {
      const next = { revision: (before?.revision ?? 0) + 1, packed: packed({ ...profile }) };
      return putRevision(db, table, PROFILE, next, before);
    },
  };
};
export type Files = ReturnType<typeof filesTable>;

const headingsKey = (scope: string) => ({ sender: HEADINGS, place: scope });
const latestOf = (headings: readonly ConfirmedHeading[]) => [
  ...new Map(headings.map((one) => [headingKey(one.heading), one])).values(),
];
const coverageKey = (sender: string) => ({ sender: COVERAGE, place: sender });
