import { parseEnterpriseCode } from '#shared/domain/vietnamese/enterprise-code.ts';
import type { Reader } from '../column.ts';
import { lengthFault, readDigits } from './digits.ts';

/** What senders call the column of the enterprise code beside its own name. */
export const NAMES_OF_ENTERPRISE_CODE = ['Mã doanh nghiệp', 'Mã số thuế'] as const;

/** The digits of the code of an enterprise, of a branch and of a household business. */
const LENGTHS = [10, 13, 12];

/**
 * Reads an enterprise code (mã số doanh nghiệp): 10 digits with a check digit, 10-3 for a branch, 12 for a household
 * business. Lost leading zeros are restored where the check digit agrees.
 */
export const readEnterpriseCode: Reader<string> = (cell) => {
  const digits = readDigits(cell);
  if (!digits.ok) return digits;
  const parsed = parseEnterpriseCode(digits.value);
  if (!parsed.ok)
    return {
      ok: false,
      code: parsed.why === 'empty' ? 'required' : parsed.why,
      also: lengthFault(parsed.why, digits.value, LENGTHS),
    };
  if (!parsed.repaired) return { ok: true, value: parsed.code };
  const why = 'Mã số bị mất số 0 ở đầu, đã thêm lại (đúng chữ số kiểm tra).';
  return { ok: true, value: parsed.code, repair: { proposed: parsed.code, why } };
};
