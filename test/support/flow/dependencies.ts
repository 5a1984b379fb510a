import { holdForRelease } from '#shared/use-cases/hold-for-release.ts';
import type { IsReleased } from '#shared/use-cases/reconcile-notice.ts';
import { releasedAtOnce } from '#test/support/released-at-once.ts';
import type { WriteDocx } from '#functions/issue-dossier/write-docx.ts';
import { cursors } from '#functions/receiver-api/cursor.ts';
import { policeExtract } from '#functions/2-verify-people/police-extract.ts';
import { MEASURES } from '#shared/domain/risk/measure.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import type { ReleaseMode, ReleasePolicy } from '#shared/domain/notification/release/release-policy.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { treeHashing } from '#shared/domain/transparency-log/tree-hash.ts';
import { sha256, verifyEd25519 } from '#shared/runtime/signing.ts';
import type { SendersByPrefix } from '#shared/contracts/feeds/activity-senders.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import { parkIn } from '#shared/runtime/park.ts';
import type { flowObjects } from '#test/support/flow/objects.ts';
import type { PassPoint } from '#test/support/flow/points.ts';
import type { flowQueues } from '#test/support/flow/queues.ts';
import type { flowTables } from '#test/support/flow/tables.ts';
import { keptSigningKeys } from '#test/support/signing-keys.ts';

interface FlowParts {
  readonly asOf: string;
  readonly settlingSeconds: number;
  readonly senders: SendersByPrefix;
  readonly takingBackPolicy: ReleaseMode;
  readonly releasePolicy: ReleasePolicy | undefined;
  readonly hash: KeyedHash;
  readonly stored: Awaited<ReturnType<typeof flowTables>>;
  readonly queues: ReturnType<typeof flowQueues>;
  readonly buckets: ReturnType<typeof flowObjects>;
  readonly passes: PassPoint;
  readonly writeDocx: WriteDocx;
  readonly processor: { readonly isBusy: boolean; milliseconds: number };
  readonly now: () => Date;
}

const expiry = () => 2_000_000_000;

/** Changes of notices wait for people as the stage's policy says. */
function isReleasedIn(
  { releasePolicy: policy, stored, asOf, now }: FlowParts,
  enter: (entries: readonly LogEntry[]) => Promise<void>,
): IsReleased {
  if (!policy) return releasedAtOnce;
  const { releases, outcomes } = stored.tables;
  return holdForRelease({ releases, outcomes, enter, policy, expiry, rulesClock: rulesClock(asOf, now), now });
}

/** The dependencies of the flow's handlers, with a log that only records. */
export function flowDependencies(parts: FlowParts) {
  const { asOf, settlingSeconds, senders, hash, passes, processor, now } = parts;
  const { tables, parked, renewDrops } = parts.stored;
  const { policeRecords } = tables;
  const { sent, queue } = parts.queues;
  const { open, put, putFirst, read, remove, move } = parts.buckets;
  const entered: LogEntry[] = [];
  const enter = async (entries: readonly LogEntry[]) => void entered.push(...entries);
  const emptyLog = {
    head: async () => undefined,
    places: async () => new Map(),
    pageAt: async () => undefined,
    witness: async () => false,
  };
  const common = {
    ...tables,
    renewDrops,
    objects: { put, putFirst, read, remove, move },
    log: emptyLog,
    proving: {
      log: emptyLog,
      readTile: async () => undefined,
      hashing: treeHashing(sha256),
      keys: async () => [],
      verify: verifyEd25519,
    },
    witnesses: { get: async () => undefined },
    receivers: { get: async () => undefined },
    caseRecords: { askedOf: async () => [], markSent: async () => {} },
    deliveries: { ofNotices: async () => [] },
    signingKeys: keptSigningKeys().signingKeys,
    certificateHolders: undefined,
    enter,
    settings: { noticeDays: 180, listingDays: 1825 },
    cursors: cursors('a secret for tests'),
    limit: async () => {},
    link: async (bucket: string, key: string, seconds: number) => `https://${bucket}.test/${key}?ends=${seconds}`,
    open: async (bucket: string, key: string, versionId: string | undefined) => {
      const body = await open(bucket, key, versionId);
      await passes('after a file is opened');
      return body;
    },
    evidenceBucket: 'evidence',
    outboxBucket: 'inbox',
    writeDocx: parts.writeDocx,
    police: policeExtract(policeRecords),
    carryOn: queue('files'),
    verify: queue('registrations'),
    verifyLater: queue('registrations'),
    assess: queue('companies'),
    sweep: queue('sweeps'),
    survey: (messages: readonly unknown[]) => queue('surveys')(messages),
    pageSize: 5000,
    notifyPolice: queue('police-notices'),
    notifyBanks: queue('bank-notices'),
    sendReply: queue('replies'),
    issueDossier: queue('dossiers'),
    deliver: async (messages: readonly unknown[]) => {
      await passes('before deliveries are sent');
      for (const body of messages) sent.push({ queue: 'deliveries', body });
      await passes('after deliveries are sent');
    },
    park: parkIn(parked, now),
    hash,
    expiry,
    rulesClock: rulesClock(asOf, now),
    settlingSeconds,
    holdLimits: { share: 0.2, rows: 10 },
    takingBackPolicy: parts.takingBackPolicy,
    officeSenders: {},
    uploadForm: async () => ({ url: '', fields: {} }),
    callers: { get: async () => undefined, activitySenders: async () => senders },
    inboxBucket: 'inbox',
    processorMs: () => (processor.milliseconds += processor.isBusy ? 1_000_000 : 0),
    noticeDays: 180,
    listingDays: 730,
    measures: async () => MEASURES,
    directed: { all: async () => [], markEntered: async () => {} },
    sendTestEvent: async () => {},
    newId: () => 'q3rT0uYw1xZ2aB4cD6eF8g',
    isReleased: isReleasedIn(parts, enter),
    now,
  };
  return { common, entered };
}
