import { randomBytes } from 'node:crypto';
import { checkLog } from '#infra/operator/check-log.ts';
import { entryBytes } from '#shared/domain/transparency-log/log-entry.ts';
import { textOfKey } from '#shared/domain/transparency-log/verifier-key.ts';
import { type LogEntry, openedLine } from '#shared/contracts/log-entry.ts';
import { LOG_FILES } from '#shared/contracts/log-files.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { sha256 } from '#shared/runtime/signing.ts';
import { ALog, bytes } from '#test/support/transparency-log/a-log.ts';
import { type Bench, median, processorTime } from './result.ts';

const ENTRIES = 100_000;
const AN_APPEND = 1000;
const ROUNDS = 5;

/**
 * Measures the audit of a log of 100,000 entries with their plain entries, in ms of CPU as the median of the rounds.
 * The floor hashes in the same process what an audit must hash: each entry, each node of the tree and each plain entry.
 * `withoutPlain` is the audit of a copy that has no plain entries.
 */
export const bench: Bench = async () => {
  const opened = Array.from({ length: ENTRIES }, (_, n) => ({ plain: aVerdict(n), salt: randomBytes(32) }));
  const sealed = opened.map((one) => new TextDecoder().decode(entryBytes(sha256, one)));
  const lines = opened.map(openedLine);
  const log = new ALog();
  for (let n = 0; n < ENTRIES; n += AN_APPEND) log.append(...sealed.slice(n, n + AN_APPEND));
  const files = new Map(log.files);
  files.set(LOG_FILES.checkpoint, bytes(log.checkpoint));
  files.set(LOG_FILES.keys, bytes(`${textOfKey(log.by.key)}\n`));
  const withPlain = new Map(files).set(LOG_FILES.plain, bytes(`${lines.join('\n')}\n`));
  const hashed = [...sealed, ...lines].map(bytes);
  const node = new Uint8Array(65);
  const floor = measured(() => {
    for (const one of hashed) sha256(one);
    for (let n = 1; n < ENTRIES; n += 1) sha256(node);
  });
  const audit = (copy: typeof files) => measured(() => expectNoFault(checkLog(copy, [log.by.key], [])));
  const ours = audit(withPlain);
  return {
    ours,
    peers: {},
    floor,
    ratio: Math.round((100 * ours) / floor) / 100,
    unit: 'ms',
    at: new Date().toISOString(),
    rssMB: Math.round(process.resourceUsage().maxRSS / 1000),
    withoutPlain: audit(files),
  };
};

const aVerdict = (n: number): LogEntry => ({
  id: contentId(n),
  kind: 'verdict-reached',
  at: '2026-02-03T04:05:06.000Z',
  by: 'function:assess-company',
  says: {
    assessmentId: contentId(['assessment', n]),
    company: contentId(['company', n]),
    ruleSet: '2026-12-02',
    level: 'none',
    findings: ['CAPITAL_UNPAID', 'NO_TAX', 'NO_STAFF'],
  },
});

function measured(work: () => void): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const before = processorTime();
    work();
    return processorTime() - before;
  });
  return Math.round(median(rounds));
}

function expectNoFault({ faults }: ReturnType<typeof checkLog>): void {
  if (faults.length > 0) throw new Error(faults.join('\n'));
}
