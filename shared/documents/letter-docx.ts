import type { Letter } from '#shared/domain/notification/worklist/post-check-letter.ts';
import { paragraph, signaturesOf } from './docx-parts.ts';
import { letterHeadOf } from './letterhead.ts';
import { writeDocument } from './write-document.ts';

/** Writes a letter to print, number and sign. The day of signing is left empty for the person who signs. */
export function letterDocx(letter: Letter, today: string): Promise<Buffer> {
  const { about, addressee, legalBases, opening, grounds, asked, points, closing, receivers } = letter;
  const body = [opening, grounds, asked, ...points, ...closing].filter((text) => text !== '');
  return writeDocument({
    title: `V/v ${about}`,
    foot: 'Dự thảo: người ký kiểm tra, ghi số và ngày',
    datedOn: today,
    children: [
      ...letterHeadOf({ on: today.slice(0, 4), about, addressee, legalBases }),
      ...body.map((text) => paragraph(text, { body: true, after: 120 })),
      paragraph('', { after: 80 }),
      signaturesOf(receivers),
    ],
  });
}
