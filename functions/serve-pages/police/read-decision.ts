import type * as z from 'zod';
import { PoliceDecisionSchema } from '#shared/contracts/replies.ts';
import { parseDate } from '#shared/domain/vietnamese/dates.ts';
import type { FieldErrors } from '../http/answer.ts';

type DecisionRead = { readonly body: z.infer<typeof PoliceDecisionSchema> } | { readonly errors: FieldErrors };

/** Reads a decision from the form, or returns an error for each missing or unreadable field. */
export function readDecision(form: URLSearchParams): DecisionRead {
  const text = (name: string) => form.get(name)?.trim() ?? '';
  const [outcome, reason, number, day, authority] = ['outcome', 'reason', 'number', 'date', 'authority'].map(text);
  const date = parseDate(day ?? '');
  const errors = {
    ...(outcome !== 'confirmed' && outcome !== 'dismissed' && { outcome: 'Hãy chọn xác nhận hoặc bác bỏ.' }),
    ...(outcome === 'dismissed' && reason === '' && { reason: 'Hãy nêu lý do bác bỏ.' }),
    ...(number !== '' && date === undefined && { date: 'Hãy ghi ngày văn bản, ví dụ 31/12/2025.' }),
    ...(number === '' && (day !== '' || authority !== '') && { number: 'Hãy ghi số văn bản.' }),
  };
  if (Object.keys(errors).length > 0) return { errors };
  const parsed = PoliceDecisionSchema.safeParse({
    sequence: Number(text('sequence')),
    outcome,
    ...(reason !== '' && { reason }),
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
