import * as z from 'zod';
import { DOCUMENT_STATUSES, FIELD_RESULTS, IDENTITY_RESULTS } from '#shared/domain/identity/person-verdict.ts';
import { PERSON_ROLES } from '#shared/domain/identity/registration.ts';
import type { PoliceNoticeContent } from '#shared/domain/notification/notice/police-notice-content.ts';
import { SHARED_KINDS } from '#shared/domain/risk/rings/band.ts';
import { FindingSchema } from './finding.ts';
import { NoticeScopeSchema } from './notice-parts.ts';

const day = z.iso.date();
const field = z.enum(FIELD_RESULTS);

const Person = z.strictObject({
  role: z.enum(PERSON_ROLES),
  documentNumber: z.string(),
  result: z.enum(IDENTITY_RESULTS),
  fields: z.strictObject({ documentNumber: field, fullName: field, dateOfBirth: field, gender: field }),
  documentStatus: z.enum(DOCUMENT_STATUSES).optional(),
});

const Network = z.strictObject({
  members: z.array(z.strictObject({ enterpriseCode: z.string(), since: day })),
  ties: z.array(z.strictObject({ kind: z.enum(SHARED_KINDS), companies: z.array(z.string()), since: day })),
  since: day,
  registeredFrom: day,
  registeredTo: day,
  withBadSigns: z.int(),
  crowded: z.array(z.enum(SHARED_KINDS)).optional(),
  leftOut: z.strictObject({ companies: z.int(), values: z.int() }).optional(),
});

/** The content of the police's notice of a flagged company; numbers of documents and accounts are masked. */
export const PoliceNoticeContentSchema = z.strictObject({
  enterpriseCode: z.string(),
  name: z.string(),
  registeredOn: day,
  level: z.enum(['watch', 'act']),
  scope: NoticeScopeSchema,
  score: z.number(),
  ruleSet: z.string(),
  findings: z.array(FindingSchema),
  people: z.array(Person),
  accounts: z.array(
    z.strictObject({ bank: z.string(), accountNumber: z.string(), representativeMismatch: z.boolean() }),
  ),
  accountsLeftOut: z.int().positive().optional(),
  network: Network.optional(),
} satisfies Record<keyof PoliceNoticeContent, z.ZodType>);
