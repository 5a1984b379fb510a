import { type Notice, numberToShow } from '#shared/domain/notification/notice/notice.ts';
import type { Finding } from '#shared/domain/risk/rules/finding.ts';
import * as z from 'zod';
import { HANDLING_STATUSES } from '#shared/domain/notification/states.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';

const Summary = z.object({
  level: z.enum(['watch', 'act']),
  enterpriseCode: z.string().optional(),
  /** For the police, the company's name and score, and its heaviest findings by their codes. */
  name: z.string().optional(),
  score: z.number().optional(),
  signs: z.array(z.string()).optional(),
  /** The largest amount in a finding (đồng). */
  money: z.number().optional(),
  /** The days or months of that money, and for banks of the money that the notice is about. */
  window: z.object({ from: z.string(), to: z.string() }).optional(),
  /** The companies of its ring, by the first of their codes, and their number. */
  ring: z.object({ of: z.string(), companies: z.number() }).optional(),
  /** Of a withdrawn notice to the police the code of the reason. */
  withdrawnBecause: z.string().optional(),
  /** For banks, the fields of the account. */
  accountNumber: z.string().optional(),
  /** Whether the number is only known as the bank's own file has it. */
  waitsForNumber: z.literal(true).optional(),
  reasonCodes: z.array(z.number()).optional(),
});
/** A notice with the fields for lists: one in force, or a withdrawn one of the police. */
export const OpenNotice = z.object({
  noticeId: z.string(),
  sequence: z.number(),
  issuedAt: z.string(),
  changedAt: z.string(),
  handlingStatus: z.enum(HANDLING_STATUSES),
  summary: Summary,
});
export type OpenNotice = z.infer<typeof OpenNotice>;

/** The fields of a notice for lists, which are stored separately so that a list reads no whole notice. */
export function noticeSummaryOf(notice: Notice): z.infer<typeof Summary> {
  if (notice.receiver !== POLICE) {
    const { level, enterpriseCode, accountNumber, reasonCodes } = notice.content;
    const number = {
      accountNumber: numberToShow(notice.content),
      ...(accountNumber === null && { waitsForNumber: true as const }),
    };
    const window = 'window' in notice.content && notice.content.window;
    return {
      level,
      enterpriseCode,
      ...number,
      reasonCodes: [...reasonCodes],
      ...(window && { window: { from: window.from, to: window.to } }),
    };
  }
  const { level, enterpriseCode, name, score, findings, network } = notice.content;
  const withdrawnBecause = notice.state === 'withdrawn' ? (notice.withdrawnBecause ?? '') : undefined;
  const signs = findings.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
  const [of = ''] = (network?.members ?? []).map((member) => member.enterpriseCode).sort();
  return {
    level,
    enterpriseCode,
    name,
    score,
    signs: signs.slice(0, MOST_SIGNS).map(({ code }) => code),
    ...moneyOf(findings),
    ...(network && { ring: { of, companies: network.members.length } }),
    withdrawnBecause,
  };
}

/** Whether a bank, or the police, have decided on a notice. */
export const isDecided = ({ handlingStatus }: Pick<OpenNotice, 'handlingStatus'>): boolean =>
  handlingStatus === 'acted' || handlingStatus === 'rejected';

/** Whether the police still have to decide on a case. */
export const isUndecidedCase = (one: OpenNotice): boolean =>
  !isDecided(one) && one.summary.level !== 'act' && one.summary.withdrawnBecause === undefined;

/** The most findings that a line of a list names. */
const MOST_SIGNS = 3;

function moneyOf(findings: readonly Finding[]): Pick<z.infer<typeof Summary>, 'money' | 'window'> {
  const sums = findings.flatMap(({ evidence: { credit, from, to, month } }) =>
    typeof credit === 'number' ? [{ money: credit, from: from ?? month, to: to ?? month }] : [],
  );
  const [largest] = sums.sort((a, b) => b.money - a.money);
  if (!largest) return {};
  const { money, from, to } = largest;
  return { money, ...(typeof from === 'string' && typeof to === 'string' && { window: { from, to } }) };
}
