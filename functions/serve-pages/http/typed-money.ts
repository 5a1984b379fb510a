import { parseMoney } from '#shared/domain/vietnamese/money.ts';

/** The amount in đồng that a field of a form has; undefined where the field is empty. */
export function typedMoney(form: URLSearchParams, name: string): number | 'unreadable' | undefined {
  const text = form.get(name)?.trim() ?? '';
  if (text === '') return undefined;
  const amount = parseMoney(text);
  return amount !== undefined && amount >= 0 && Number.isSafeInteger(amount) ? amount : 'unreadable';
}

export const UNREADABLE_MONEY = 'Hãy ghi số tiền bằng đồng, ví dụ 250.000.000.';
