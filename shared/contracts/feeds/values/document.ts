import { parseDocumentNumber } from '#shared/domain/identity/identity-document.ts';
import type { BirthDate } from '#shared/domain/vietnamese/dates.ts';
import type { DocumentType } from '#shared/domain/identity/registration.ts';
import type { Cell } from '#shared/tabular/cell.ts';
import type { Reader, CellResult } from '../column.ts';
import { choiceReader } from './choice.ts';
import { lengthFault, readDigits } from './digits.ts';

/** Reads the document type (loại giấy tờ). */
export const readDocumentType: Reader<DocumentType> = choiceReader<DocumentType>({
  CCCD: [
    'Căn cước công dân',
    'Thẻ căn cước công dân',
    'Thẻ CCCD',
    'CCCD gắn chip',
    'Số định danh cá nhân',
    'Mã định danh',
  ],
  CC: ['Căn cước', 'Thẻ căn cước', 'Giấy chứng nhận căn cước', 'Thẻ CC'],
  CMND: ['Chứng minh nhân dân', 'Giấy chứng minh nhân dân', 'Chứng minh thư', 'CMT', 'Giấy CMND'],
  HC: ['Hộ chiếu', 'Passport', 'Hộ chiếu nước ngoài'],
});
const TYPES: readonly DocumentType[] = ['CCCD', 'CC', 'CMND', 'HC'];
export const DOCUMENT_TYPES_ALLOWED: string = TYPES.join(', ');

/** Passport numbers have no fixed length. */
const LENGTHS: Readonly<Record<DocumentType, readonly number[]>> = { CCCD: [12], CC: [12], CMND: [9, 12], HC: [] };

/** The kind of document written into the cell of its number, before it or behind it in brackets. */
const KIND = String.raw`(?:số\s+)?(?:cccd|cmnd|cmtnd|cmt|căn cước(?: công dân)?|hộ chiếu|passport|(?:cc|hc)(?=[\s:.]))`;
const KIND_BEFORE = new RegExp(String.raw`^\s*${KIND}(?:\s*số)?[\s:.]*(?=[a-z]{0,2}\d)`, 'iu');
const KIND_BEHIND = /\s*\((?:cccd|cc|cmnd|cmt|hc)\)\s*$/iu;
const WITH_KIND = 'Ô số giấy tờ có ghi cả loại giấy tờ, đã bỏ phần đó.';
const LOST_ZERO = 'Số giấy tờ bị mất số 0 ở đầu, đã thêm lại.';

/**
 * Reads a document number (số giấy tờ) of a known type. Lost zeros are restored where province and birth year agree. An
 * old card's number (CMND) contains no such check, so only a numeric cell is repaired.
 */
export function readDocumentNumber(type: DocumentType, cell: Cell, dateOfBirth?: BirthDate): CellResult<string> {
  const bare = withoutKind(cell);
  const read = readBareNumber(type, bare, dateOfBirth);
  if (bare === cell || !read.ok) return read;
  const why = [WITH_KIND, ...(read.repair === undefined ? [] : [read.repair.why])].join(' ');
  return { ok: true, value: read.value, repair: { proposed: read.value, why } };
}

const withoutKind = (cell: Cell): Cell =>
  typeof cell === 'string' ? cell.replace(KIND_BEFORE, '').replace(KIND_BEHIND, '') : cell;

function readBareNumber(type: DocumentType, cell: Cell, dateOfBirth?: BirthDate): CellResult<string> {
  const digits = readDigits(cell);
  if (!digits.ok) return digits;
  const parsed = parseDocumentNumber(type, digits.value, { dateOfBirth, numericCell: typeof cell === 'number' });
  if (!parsed.ok)
    return {
      ok: false,
      code: parsed.why === 'empty' ? 'required' : parsed.why,
      also: lengthFault(parsed.why, digits.value, LENGTHS[type]),
    };
  if (!parsed.repaired) return { ok: true, value: parsed.number };
  return { ok: true, value: parsed.number, repair: { proposed: parsed.number, why: LOST_ZERO } };
}

/** Reads a document number (số giấy tờ) whose type the feed doesn't state, and derives the type from its shape. */
export const readAnyDocumentNumber: Reader<string> = (cell) => {
  const digits = readDigits(withoutKind(cell));
  return digits.ok ? readDocumentNumber(typeByShape(digits.value), cell) : digits;
};

/** Reads a number by the type of document and the day of birth in the row's cells before it. */
export const numberByType = (otherwise: Reader<string>) => ({
  by: (_heading: string, read: Readonly<Record<string, unknown>>): Reader<string> => {
    const type = TYPES.find((known) => known === read['documentType']);
    const born = read['dateOfBirth'];
    const dateOfBirth = typeof born === 'string' ? born : undefined;
    return type === undefined ? otherwise : (cell) => readDocumentNumber(type, cell, dateOfBirth);
  },
});

const typeByShape = (text: string): DocumentType => {
  if (/[A-Za-z]/u.test(text)) return 'HC';
  const length = text.replace(/\D/gu, '').length;
  return length === 9 || length === 8 ? 'CMND' : 'CCCD';
};
