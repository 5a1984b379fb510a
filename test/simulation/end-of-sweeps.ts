import { type Awaited, isNowCovered } from '#shared/domain/risk/awaited.ts';
import { hasProvinceProfileChanged, type ProvinceProfile } from '#shared/domain/risk/province/province-profile.ts';
import { ASKED } from '#shared/tables/account-keys.ts';
import { sampleIn } from '#shared/tables/company-sample.ts';
import { isBeingRead } from '#shared/tables/files.ts';
import { provinceCoverageOf } from '#shared/tables/read-coverage.ts';
import type { InvocationTrace, Queried } from './invocation-trace.ts';
import { tableNamed, unpacked } from './end-state.ts';
import { type Ending, type Missing, placeOf } from './ending.ts';
import type { SweepPart } from '#shared/contracts/messages.ts';
import { AS_OF } from './as-of.ts';
import { SWEPT_BANKS } from './small-scale.ts';
import type { Attributes } from './twins/expressions.ts';
import { sentTo } from './writing.ts';
import type { World } from './world.ts';

/** The most milliseconds by which the clocks of two functions differ. */
const CLOCKS_APART_MS = 1000;

/** A delivery of which a message was sent is due again only later. */
export const dueMoved: Missing = (ending) => {
  const { trace, world } = ending;
  const found = itemsFound(ending, 'Deliveries', 'due') ?? [];
  const sent = sentTo(ending, 'deliver-notice');
  const asked = new Set(sent.map(({ receiver, noticeId }) => `${String(receiver)} ${String(noticeId)}`));
  const unsent = found.find(({ receiver, noticeId }) => !asked.has(`${String(receiver)} ${String(noticeId)}`));
  if (unsent) return `a message is sent of the delivery of ${String(unsent['noticeId'])}, which is due`;
  for (const { receiver, noticeId } of sent) {
    const TableName = tableNamed(world, 'Deliveries');
    const { Item } = world.tables.send({ name: 'GetCommand', input: { TableName, Key: { receiver, noticeId } } });
    const dueAt = (Item as Attributes | undefined)?.['dueAt'];
    const isMoved = found.some((one) => one['noticeId'] === noticeId && one['dueAt'] !== dueAt);
    if (!isMoved && !trace.written.has(placeOf(world, 'Deliveries', receiver, noticeId)))
      return `the delivery of ${String(noticeId)} is due later`;
  }
  return undefined;
};

const itemsFound = ({ trace, world }: Ending, kind: string, index: string): readonly Attributes[] | undefined => {
  const found = trace.queries.filter((one) => one.table === tableNamed(world, kind) && one.index === index);
  return found.length === 0 ? undefined : found.flatMap(({ items }) => items);
};

/** A step is asked about each company that was found. */
function leftOut(ending: Ending, folder: string, found: readonly Attributes[]): string | undefined {
  const asked = new Set(sentTo(ending, folder).map(({ enterpriseCode }) => enterpriseCode));
  const missing = found.find(({ enterpriseCode }) => !asked.has(enterpriseCode));
  return missing && `${folder} is asked about ${String(missing['enterpriseCode'])}`;
}

/** Who is unsettled is verified anew after an extract, and the clock has all assessed whose next check is due. */
export const sweptAsked: Missing = (ending) => {
  const { reason, feed, part } = ending.message;
  if (reason === 'settings-changed') return pageAsked(ending, part as SweepPart | undefined);
  if (reason === 'feed-completed' && feed === 'identities') {
    const unsettled = itemsFound(ending, 'Verifications', 'unsettled');
    return unsettled ? leftOut(ending, '2-verify-people', unsettled) : 'the unsettled are looked for';
  }
  if (reason !== 'clock' && reason !== 'feed-completed') return undefined;
  const found = itemsFound(ending, 'Assessments', 'due');
  if (!found) return 'the companies whose next check is due are looked for';
  if (looksForReady(ending).length === 0) return 'those who waited for a feed are looked for';
  const owed = reason === 'clock' ? owedByTheClock(ending) : undefined;
  if (owed !== undefined) return owed;
  const due = reason === 'clock' ? found.filter(({ dueAt }) => String(dueAt) <= `${AS_OF}#~`) : [];
  return leftOut(ending, '3-assess-company', [...due, ...readyIn(ending)]);
};

/**
 * The companies that waited for days that are covered now. Each message of a batch looks for them anew, so that a company
 * counts where each look has found it so.
 */
function readyIn(ending: Ending): readonly Attributes[] {
  const isReady = readyBy(ending);
  return [...Map.groupBy(looksForReady(ending), ({ of }) => of).values()].flatMap((ofShard) => {
    const ready = ofShard.map(({ items }) => items.filter(isReady));
    return (ready[0] ?? []).filter(({ enterpriseCode: code }) =>
      ready.every((items) => items.some(({ enterpriseCode }) => enterpriseCode === code)),
    );
  });
}

const looksForReady = ({ trace, world }: Ending): readonly Queried[] =>
  trace.queries.filter(
    ({ table, index, until }) => table === tableNamed(world, 'Assessments') && index === 'due' && until === '~',
  );

const areSettingsEntered = (ending: Ending): boolean =>
  sentTo(ending, 'append-entries').some(({ kind }) => kind === 'settings-changed');

/** Whether the numbers of each bank are looked for that are uncertain. */
const isAskedAboutNumbers = ({ trace, world }: Ending): boolean => {
  const ofAccounts = trace.queries.filter(({ table }) => table === tableNamed(world, 'Accounts'));
  const partitions = new Set(ofAccounts.map(({ of }) => of));
  return SWEPT_BANKS.every((bank) => partitions.has(`${ASKED}${bank}`));
};

/** Each morning the settings are entered, banks are asked about numbers, and notices near their last day are reviewed. */
function owedByTheClock(ending: Ending): string | undefined {
  if (!areSettingsEntered(ending)) return 'the settings are entered';
  if (!isAskedAboutNumbers(ending)) return 'each bank is asked about the account numbers that are uncertain';
  const toReview = itemsFound(ending, 'Notices', 'review');
  return toReview ? unreviewed(toReview, ending) : 'the notices near their last day are looked for';
}

/** Each notice that was found is reviewed by its bank's step. */
function unreviewed(found: readonly Attributes[], ending: Ending): string | undefined {
  const asked = new Set(sentTo(ending, '5-notify-banks').map(({ accountRef }) => accountRef));
  const left = found.find(({ reviewAt }) => !asked.has(String(reviewAt).split('#')[1]));
  return left && `the notice ${String(left['noticeId'])}, which has a last day, is reviewed`;
}

/** The companies of a page are asked, and the message for the next page or for what comes after the last one is sent. */
function pageAsked(ending: Ending, part: SweepPart | undefined): string | undefined {
  const next = sentTo(ending, 'sweep-due').map((sent) => sent['part'] as SweepPart);
  if (part === undefined && !areSettingsEntered(ending)) return 'the changed settings are entered';
  if (part === undefined) return next.length === 0 ? 'its parts are asked for' : undefined;
  // Several parts may be handled together
  const partition = part.of === 'listings' ? `listed-at#${part.shard}` : part.shard;
  const index = { companies: 'due', notices: 'review', listings: undefined }[part.of];
  const page = ending.trace.queries.findLast((one) => one.index === index && one.of === partition);
  if (part.of === 'listings') {
    const told = new Set(sentTo(ending, '5-notify-banks').map(({ accountRef }) => accountRef));
    const left = page?.items.find(({ fact }) => !told.has(fact));
    if (!page || left) return `the bank of the listed ${String(left?.['fact'])} is asked`;
  }
  if (part.of === 'companies') {
    const left = leftOut(ending, '3-assess-company', page?.items ?? []);
    if (left !== undefined) return left;
  }
  const reviewed = part.of === 'notices' ? unreviewed(page?.items ?? [], ending) : undefined;
  if (reviewed !== undefined) return reviewed;
  const isNext = ({ of, shard, after }: SweepPart) => of === part.of && shard === part.shard && after !== undefined;
  if (page?.goesOn === true && !next.some(isNext)) return `the next page of ${part.of} is asked for`;
  return part.of === 'companies' && next.length === 0 ? 'the notices are reviewed too' : undefined;
}

/**
 * Whether a company waited for days that a feed covers now, by what the function has read. Each message of a batch
 * reads anew, so that a company counts where all readings say so.
 */
export function readyBy({ trace, world }: Pick<Ending, 'trace' | 'world'>): (company: Attributes) => boolean {
  const pictures = trace.looks.get(placeOf(world, 'Files', 'province', 'profile')) ?? [];
  const readings = pictures.flatMap((picture, n) =>
    instantsOf({ trace, world }).map((instant) => ({
      covered: coverageIn(trace, world, n, instant),
      profile: picture && (unpacked(picture) as unknown as ProvinceProfile),
    })),
  );
  return ({ awaits, sample }) => {
    const known = sampleIn(sample as string | undefined);
    const isReady = ({ covered, profile }: (typeof readings)[number]) =>
      known && profile
        ? hasProvinceProfileChanged({ ...known, awaits: awaits as Awaited }, covered, profile)
        : isNowCovered(awaits as Awaited, covered);
    return readings.length > 0 && readings.every(isReady);
  };
}

/** A reader may have counted as alive when the function looked, by its own clock, and may not any more. */
const instantsOf = ({ trace, world }: Pick<Ending, 'trace' | 'world'>): readonly number[] => [
  trace.since - CLOCKS_APART_MS,
  world.now(),
];

/** Each company for which the stored picture of the province differs from the one it was assessed by is assessed anew. */
export const surveyTold: Missing = (ending) => {
  const { trace, world } = ending;
  const place = placeOf(world, 'Files', 'province', 'profile');
  // The picture may be the same as the stored one, whose writer may have ended before it asked anybody
  const picture = trace.written.get(place) ?? trace.seen.get(place);
  if (!picture) return undefined;
  const { offices, peers, wholeBanks, countsAlone } = unpacked(picture) as unknown as Parameters<
    typeof hasProvinceProfileChanged
  >[2];
  const profile = { offices, peers, wholeBanks, countsAlone };
  const readings = instantsOf(ending).map((instant) => coverageIn(trace, world, 0, instant));
  const moved = (itemsFound(ending, 'Assessments', 'due') ?? []).filter(({ sample, awaits }) => {
    const known = sampleIn(sample as string | undefined);
    const isMoved = (covered: (typeof readings)[number]) =>
      known && hasProvinceProfileChanged({ ...known, awaits: awaits as never }, covered, profile);
    return readings.every(isMoved);
  });
  return leftOut(ending, '3-assess-company', moved);
};

/** The province's coverage as the function has read it, the first time or a later one. */
export function coverageIn({ looks }: InvocationTrace, world: World, nth = 0, instant = world.now()) {
  const of = (feed: string) => {
    const item = looks.get(placeOf(world, 'Files', 'coverage', feed))?.[nth];
    if (!item) return [];
    const { spans, stated = [], reading } = item as { spans: never; stated?: never; reading: Record<string, string> };
    return [[feed, { spans, statements: stated, beingRead: isBeingRead(reading, new Date(instant)) }] as const];
  };
  return provinceCoverageOf(
    Object.fromEntries(['identities', 'activities', 'accounts', 'subscribers'].flatMap((feed) => of(feed))),
  );
}
