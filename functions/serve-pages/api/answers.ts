import type { DeskOperation } from '#shared/contracts/desk-api/operation.ts';
import { type HttpAnswer, type PageAnswer, SAFE_HEADERS } from '../http/answer.ts';

const said = (statusCode: number, type: string, body: unknown): HttpAnswer => ({
  statusCode,
  headers: { ...SAFE_HEADERS, 'content-type': type, 'cache-control': 'no-store' },
  body: JSON.stringify(body),
});
const json = (body: unknown) => said(200, 'application/json', body);

const PROBLEMS = {
  signed_out: [401, 'Mã truy cập thiếu, hết hạn hoặc đã bị thu lại: hãy đăng nhập lại.'],
  not_there: [404, 'Không có, hoặc không thuộc phần việc của bạn.'],
  too_large: [413, 'Nội dung gửi quá lớn.'],
  body_not_json: [400, 'Nội dung gửi không phải JSON.'],
  body_unexpected: [400, 'Nội dung gửi không đúng mẫu.'],
  form_refused: [422, 'Chưa ghi nhận: xem từng lỗi.'],
  failed: [500, 'Hệ thống chưa làm được việc này: hãy gọi lại sau ít phút.'],
} as const satisfies Readonly<Record<string, readonly [status: number, title: string]>>;

/** @param more names of fields and sentences only, never what was sent */
export function problem(code: keyof typeof PROBLEMS, more: Readonly<Record<string, unknown>> = {}): HttpAnswer {
  const [status, title] = PROBLEMS[code];
  const known = { type: `urn:haukiem:problem:${code}`, title, status, ...more };
  return said(known.status, 'application/problem+json', known);
}

/**
 * A page's answer as JSON for a program: the data that it shows, the result or the errors of a form, or the address of
 * a file.
 */
export function apiAnswerOf(
  { said: pageSaid, ...answer }: PageAnswer,
  { shows, asks, isFile }: DeskOperation,
): HttpAnswer {
  const { statusCode = 500, headers } = answer;
  const errors = pageSaid?.errors ?? {};
  if (Object.keys(errors).length > 0 || statusCode === 422)
    return problem('form_refused', { status: statusCode < 400 ? 422 : statusCode, errors });
  if (statusCode === 303 && !(shows && pageSaid)) {
    const page = String(headers?.['location'] ?? '');
    return json(asks ? { done: true, page } : { link: page });
  }
  if (statusCode >= 400) return problem(statusCode >= 500 ? 'failed' : 'not_there');
  if (shows) return json(shows.parse(pageSaid?.data));
  return isFile ? answer : problem('failed');
}
