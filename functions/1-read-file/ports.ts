import type { Readable } from 'node:stream';
import type { SendMessages } from '#shared/clients/queue.ts';
import type { FileContinued } from '#shared/contracts/file-arrived.ts';
import type { SendersByPrefix } from '#shared/contracts/feeds/activity-senders.ts';
import type { SweepRequested } from '#shared/contracts/messages.ts';
import type { RulesClock } from '#shared/runtime/clock.ts';
import type { Files } from '#shared/tables/files.ts';
import type { Rejections } from '#shared/tables/rejections.ts';
import type { AgreementPorts } from './agree-to-take-back.ts';
import type { TellPorts } from './concerned.ts';
import type { ManifestPorts } from './drop-manifest.ts';
import type { HoldLimits } from './judgement/row-tally.ts';
import type { FactTables } from './record-facts.ts';
import type { ReceiptPorts } from './write-receipt.ts';

/** The ports for reading a file. */
export type ReadFilePorts = FactTables &
  TellPorts &
  ManifestPorts &
  ReceiptPorts &
  AgreementPorts & {
    /** @param versionId the version of the object; the newest one where undefined */
    readonly open: (bucket: string, key: string, versionId: string | undefined) => Promise<Readable | undefined>;
    /** The outbox, where senders find their receipts. */
    readonly outboxBucket: string;
    readonly files: Pick<
      Files,
      | 'newest'
      | 'ofName'
      | 'ofFeed'
      | 'change'
      | 'settle'
      | 'state'
      | 'coverage'
      | 'confirmHeadings'
      | 'confirmedHeadings'
    >;
    readonly rejections: Pick<Rejections, 'record' | 'of'>;
    /** The limits from which a whole file is stopped. */
    readonly holdLimits: HoldLimits;
    /** Whose data each prefix below `activities/` may contain. */
    readonly senders: SendersByPrefix;
    readonly carryOn: SendMessages<FileContinued>;
    readonly sweep: SendMessages<SweepRequested>;
    readonly rulesClock: RulesClock;
    /** The processor time that the function has used since it was started. */
    readonly processorMs: () => number;
  };
