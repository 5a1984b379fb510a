import * as z from 'zod';
import type { NoticeItem } from '#shared/tables/notices.ts';
import type { ReplyItem } from '#shared/tables/replies.ts';

export type Basis = NonNullable<ReplyItem['basis']>;

const Content = z.object({ enterpriseCode: z.string(), findings: z.array(z.object({ code: z.string() })) });

/** The company and the findings that the police have before them at this sequence: what comes later is new evidence. */
export function basisOf({ content }: NoticeItem): Basis {
  const { enterpriseCode, findings } = Content.parse(content);
  return { enterpriseCode, codes: findings.map(({ code }) => code) };
}
