import type { Letter } from '#shared/domain/notification/worklist/post-check-letter.ts';
import { paragraph, signaturesOf } from './docx-parts.ts';
import { letterHeadOf, letterheadOf } from './letterhead.ts';
import { writeDocument } from './write-document.ts';

/** Writes a letter to print, number and sign. The day of signing is left empty for the person who signs. */
export function letterDocx(letter: Letter, today: string): Promise<Buffer> {
  const { title, about, addressee, legalBases, opening, grounds, asked, points, closing, receivers } = letter;
  const on = today.slice(0, 4);
  const body = [opening, grounds, asked, ...points, ...closing].filter((text) => text !== '');
  return writeDocument({
    title: title === undefined ? `V/v ${about}` : `${title} ${about}`,
    foot: 'Dự thảo: người ký kiểm tra, ghi số và ngày',
    datedOn: today,
    children: [
      ...(title === undefined
        ? letterHeadOf({ on, about, addressee, legalBases })
        : letterheadOf({ symbol: 'QĐ', on, title, subtitle: about, addressee, legalBases })),
      ...body.map((text) => paragraph(text, { body: true, after: 120 })),
      paragraph('', { after: 80 }),
      signaturesOf(receivers),
    ],
  });
}
