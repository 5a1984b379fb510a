import type { VNode } from 'preact';
import type { OpenNotice } from '#shared/tables/open-notice.ts';
import { TextField } from '../layout/components.tsx';

/** The last digits of an account's number. The whole number is not asked for, because a browser keeps addresses. */
const LAST_DIGITS = /^\d{4,6}$/u;
const ENTERPRISE_CODE = /^\d{10}(?:\d{2,3})?$/u;

/** What is sought among a bank's notices; an empty text is nothing. */
export interface Sought {
  readonly text: string;
  readonly error?: string;
}

export function soughtIn(asked: string | undefined): Sought {
  const text = (asked ?? '').replaceAll(/[\s.-]/gu, '');
  if (text === '' || LAST_DIGITS.test(text) || ENTERPRISE_CODE.test(text)) return { text };
  return { text: '', error: 'Hãy ghi 4–6 số cuối của tài khoản, hoặc mã số doanh nghiệp.' };
}

/** Whether a notice is about a sought account or company. */
export function isSought({ summary }: OpenNotice, { text }: Sought): boolean {
  if (text === '' || summary.enterpriseCode === text) return true;
  return LAST_DIGITS.test(text) && summary.accountNumber?.endsWith(text) === true;
}

export function FindForm({ path, sought }: { readonly path: string; readonly sought: Sought }): VNode {
  return (
    <form method="get" action={path}>
      <TextField
        name="find"
        label="Tìm thông báo"
        hint="4–6 số cuối của tài khoản, hoặc mã số doanh nghiệp."
        value={sought.text}
        error={sought.error}
      />
      <button class="govuk-button govuk-button--secondary" type="submit">
        Tìm
      </button>
      {sought.text !== '' && (
        <p class="govuk-body">
          <a class="govuk-link" href={path}>
            Xem tất cả thông báo
          </a>
        </p>
      )}
    </form>
  );
}
