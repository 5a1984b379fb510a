import type { LogLine, Passage, SystemLog } from './log-line.ts';

/** What became of a file or a company. */
export interface Followed {
  readonly passages: readonly Passage[];
  readonly lines: readonly LogLine[];
}

/** Follows the newest drop of a file to the answers of the receivers. @param file how the names of its drops begin */
export async function followFile(file: string, log: SystemLog): Promise<Followed | undefined> {
  const lines = await log.lines([file]);
  const drops = lines.flatMap(({ files }) => files.split(' ')).filter((drop) => drop.startsWith(file));
  const began = (drop: string) => Number(drop.split('@')[1]);
  const newest = drops.toSorted((a, b) => began(a) - began(b)).at(-1);
  if (newest === undefined) return undefined;
  return follow(
    lines.filter(({ files }) => files.split(' ').includes(newest)),
    [newest],
    log,
  );
}

/** @param names under which lines know the company */
export async function followCompany(names: readonly string[], log: SystemLog): Promise<Followed | undefined> {
  const followed = await follow(await log.lines(names), names, log);
  return followed.lines.length + followed.passages.length === 0 ? undefined : followed;
}

/** The calls of receivers name a notice alone, because one call may send what another waits for. */
async function follow(lines: readonly LogLine[], names: readonly string[], log: SystemLog): Promise<Followed> {
  const notices = [...new Set(lines.map(({ noticeId }) => noticeId).filter((id) => id !== ''))];
  const about = notices.length === 0 ? [] : await log.lines(notices);
  const all = new Map([...lines, ...about].map((line) => [JSON.stringify(line), line]));
  return {
    passages: await log.passages(names),
    lines: [...all.values()].sort((a, b) => (a.timestamp < b.timestamp ? -1 : 1)),
  };
}

/** More lines of one kind are told by their number. */
const TOLD_ONE_BY_ONE = 12;

/** The text for an operator: the queues that messages went through, then what the steps said, each in its order. */
export function followedText({ passages, lines }: Followed): string {
  const kinds = Map.groupBy(lines, ({ code, receiver, reason, error }) => [code, receiver, reason, error].join(' '));
  const told = [...kinds.values()].flatMap((kind) =>
    kind.length > TOLD_ONE_BY_ONE ? [together(kind)] : kind.map((line) => [line.timestamp, sentenceOf(line)] as const),
  );
  return [
    'Thông điệp đã xử lý, theo hàng đợi:',
    ...passages.map(({ queue, messages, first, last }) => `  ${clock(first)} – ${clock(last)}  ${queue}: ${messages}`),
    'Nhật ký:',
    ...told.sort(([a], [b]) => (a < b ? -1 : 1)).map(([at, sentence]) => `  ${clock(at)}  ${sentence}`),
  ].join('\n');
}

function together(kind: readonly LogLine[]): readonly [string, string] {
  const [first, last] = [kind[0], kind.at(-1)];
  const seconds = kind.flatMap((line) => line.seconds ?? []).sort((a, b) => a - b);
  const middle = seconds[Math.floor(seconds.length / 2)];
  const words = [
    ...[first?.code, first?.receiver, first?.reason, first?.error].filter((word) => word !== undefined),
    `(${kind.length} lần, đến ${clock(last?.timestamp ?? '')})`,
    ...(middle === undefined ? [] : [`${middle} giây từ lúc đọc tệp, chậm nhất ${seconds.at(-1)} giây`]),
  ];
  return [first?.timestamp ?? '', words.join(' ')];
}

const sentenceOf = ({
  code,
  receiver,
  sender,
  noticeId,
  sequence,
  reason,
  error,
  place,
  seconds,
  count,
}: LogLine): string =>
  [
    code,
    receiver,
    sender,
    noticeId === '' ? undefined : noticeId,
    sequence === undefined ? undefined : `#${sequence}`,
    reason,
    error,
    place,
    count === undefined ? undefined : `×${count}`,
    seconds === undefined ? undefined : `${seconds} giây từ lúc đọc tệp`,
  ]
    .filter((word) => word !== undefined)
    .join(' ');

const VIETNAM = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const clock = (timestamp: string): string => VIETNAM.format(new Date(timestamp));
