import { enterpriseCheckDigit } from '#shared/domain/vietnamese/enterprise-code.ts';

/** A synthetic enterprise code with its check digit: that of the serial, or of the next `step` further on that was ever allotted. */
export function codeAt(serial: number, step = 1): string {
  for (let n = serial; ; n += step) {
    const nine = `09${String(n).padStart(7, '0')}`;
    const digit = enterpriseCheckDigit(nine);
    if (digit !== undefined) return `${nine}${digit}`;
  }
}
