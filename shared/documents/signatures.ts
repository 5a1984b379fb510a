import type { Table } from 'docx';
import { HOME_PROVINCE } from '#shared/domain/vietnamese/home-province.ts';
import { columnsWithoutRules, paragraph } from './docx-parts.ts';

/** The list of recipients (nơi nhận) and the place for a signature, which the system leaves empty. */
export const signaturesOf = (receivers: readonly string[]): Table =>
  columnsWithoutRules(
    [
      [
        paragraph('Nơi nhận:', { bold: true, italics: true, size: 24, after: 0 }),
        paragraph(receivers.map((receiver, n) => `- ${receiver}${n === receivers.length - 1 ? '.' : ';'}`).join('\n'), {
          size: 22,
        }),
      ],
      [
        paragraph(HOME_PROVINCE.issuer.signedBy, { centre: true, bold: true, after: 0 }),
        paragraph('(Chữ ký, dấu, họ và tên)\n\n\n\n', { centre: true, italics: true }),
      ],
    ],
    [1, 1],
  );
