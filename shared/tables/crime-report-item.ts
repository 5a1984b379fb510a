import * as z from 'zod';
import type { CrimeReport } from '#shared/domain/risk/facts/crime-reports.ts';

/** A victim's report as it is stored with the account or the company that it names. */
export const CrimeReportItem = z.strictObject({
  caseId: z.string(),
  on: z.string(),
  isWithdrawn: z.literal(true).optional(),
  amount: z.number().optional(),
  transferredOn: z.string().optional(),
} satisfies Record<keyof CrimeReport, z.ZodType>);
