import { type Notice, numberToShow } from '#shared/domain/notification/notice/notice.ts';
import * as z from 'zod';
import { HANDLING_STATUSES } from '#shared/domain/notification/states.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';

const Summary = z.object({
  level: z.enum(['watch', 'act']),
  enterpriseCode: z.string().optional(),
  /** For the police, the company's name, its score, and the largest amount in a finding (đồng). */
  name: z.string().optional(),
  score: z.number().optional(),
  money: z.number().optional(),
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
    return { level, enterpriseCode, ...number, reasonCodes: [...reasonCodes] };
  }
  const { level, enterpriseCode, name, score, findings } = notice.content;
  const withdrawnBecause = notice.state === 'withdrawn' ? (notice.withdrawnBecause ?? '') : undefined;
  const sums = findings.flatMap(({ evidence: { credit } }) => (typeof credit === 'number' ? [credit] : []));
  const money = sums.length > 0 ? Math.max(...sums) : undefined;
  return { level, enterpriseCode, name, score, money, withdrawnBecause };
}
