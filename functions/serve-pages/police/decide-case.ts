import type * as z from 'zod';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { RefusedRequest, replyToNotice } from '#shared/use-cases/replies/take-reply.ts';
import { PoliceDecisionSchema } from '#shared/contracts/replies.ts';
import { parseDate } from '#shared/domain/vietnamese/dates.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type HttpAnswer, seeOther, type FieldErrors } from '../http/answer.ts';
import { typedMoney, UNREADABLE_MONEY } from '../http/typed-money.ts';
import { showCase } from './show-case.tsx';

type DecisionBody = z.infer<typeof PoliceDecisionSchema>;
type DecisionRead = { readonly body: DecisionBody } | { readonly errors: FieldErrors };

/** Reads a decision from the form, or returns an error for each missing or unreadable field. */
function readDecision(form: URLSearchParams): DecisionRead {
  const text = (name: string) => form.get(name)?.trim() ?? '';
  const names = ['outcome', 'reason', 'number', 'date', 'authority', 'forged'] as const;
  const [outcome, reason, number, day, authority, forged] = names.map(text);
  const date = parseDate(day ?? '');
  const recovered = typedMoney(form, 'recovered');
  const errors = {
    ...(outcome !== 'confirmed' && outcome !== 'dismissed' && { outcome: 'Hãy chọn xác nhận hoặc bác bỏ.' }),
    ...(outcome === 'dismissed' && reason === '' && { reason: 'Hãy nêu lý do bác bỏ.' }),
    ...(recovered === 'unreadable' && { recovered: UNREADABLE_MONEY }),
    ...(number !== '' && date === undefined && { date: 'Hãy ghi ngày văn bản, ví dụ 31/12/2025.' }),
    ...(number === '' && [day, authority, forged].some((typed) => typed !== '') && { number: 'Hãy ghi số văn bản.' }),
    ...(forged !== '' && outcome === 'dismissed' && { forged: 'Chỉ chọn khi xác nhận.' }),
  };
  if (Object.keys(errors).length > 0) return { errors };
  const parsed = PoliceDecisionSchema.safeParse({
    sequence: Number(text('sequence')),
    outcome,
    ...(reason !== '' && { reason }),
    ...(recovered !== undefined && { recovered }),
    ...(forged !== '' && { forged }),
    ...(number !== '' && { decision: { number, date, ...(authority !== '' && { authority }) } }),
  });
  return parsed.success ? { body: parsed.data } : { errors: errorsOf(parsed.error) };
}

/** The error of each field that is too long, or holds what a bank may not be sent. */
const errorsOf = ({ issues }: z.ZodError): FieldErrors =>
  Object.fromEntries(
    issues.map(({ path }) => {
      const field = String(path.at(-1) ?? '');
      return [field in SENTENCES ? field : 'reason', SENTENCES[field] ?? 'Nội dung quá dài hoặc không đúng mẫu.'];
    }),
  );
const SENTENCES: Readonly<Record<string, string>> = {
  number: 'Số văn bản dài nhất 100 chữ, không có số giấy tờ của người, không bắt đầu bằng dấu = + - @.',
  authority: 'Tên cơ quan dài nhất 100 chữ, không có số giấy tờ của người, không bắt đầu bằng dấu = + - @.',
  reason: 'Lý do dài nhất 1.000 chữ.',
};

/** A case as the form identifies it: its state, and the last decision that the officer saw. */
interface Chosen {
  readonly noticeId: string;
  readonly sequence: number;
  readonly after: string;
}

/** The most cases in one decision, which is as many as a ring's page offers. */
const MOST_ALSO = 60;

/**
 * Records the police's decision as the API does, with the officer, for the case and for chosen other cases of the ring.
 * An incomplete form is shown again. Each decision holds for the state of the case that the officer saw.
 */
export async function decideCase(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { form, officer, event } = visit;
  const noticeId = event.pathParameters?.['id'] ?? '';
  const read = readDecision(form);
  if ('errors' in read) return showCase(visit, ports, { errors: read.errors, status: 422 });
  // The recovered money is that of the case alone, and so is an answer that its dossier is forged, with its document
  const { recovered: _money, forged, decision, ...common } = read.body;
  const ofOthers = { ...common, ...(decision && !forged && { decision }) };
  const decide = async (
    { noticeId: id, sequence, after }: Chosen,
    body: Omit<DecisionBody, 'sequence'>,
  ): Promise<RefusedRequest | undefined> => {
    const reply = { kind: 'police-decision', noticeId: id, body: { ...body, sequence } } as const;
    try {
      await replyToNotice(
        reply,
        { receiver: POLICE, idempotencyKey: undefined, officer: officer.subject, after },
        ports,
      );
      return undefined;
    } catch (error) {
      if (error instanceof RefusedRequest) return error;
      throw error;
    }
  };
  const shown = { noticeId, sequence: common.sequence, after: form.get('after') ?? '' };
  const own = await decide(shown, read.body);
  if (own) return showCase(visit, ports, { errors: { outcome: own.title }, status: own.status });
  const also = form.getAll('also').slice(0, MOST_ALSO).map(chosenOf);
  const refused = (await inParallel(also, 4, (one) => decide(one, ofOthers))).filter((one) => one !== undefined);
  if (refused.length === 0) return seeOther(`/police/cases/${noticeId}?done=${read.body.outcome}`);
  const why = [...new Set(refused.map(({ title }) => title))].join(' ');
  const errors = { also: `Vụ việc này đã ghi; ${refused.length} vụ việc khác của nhóm chưa ghi được: ${why}` };
  return showCase(visit, ports, { errors, status: 409 });
}

function chosenOf(value: string): Chosen {
  const [noticeId = '', sequence = '', after = ''] = value.split(' ');
  return { noticeId, sequence: Number(sequence), after };
}
