import type { Holder } from '#shared/domain/risk/owners/holding.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import { type Cell, cellText } from '#shared/tabular/cell.ts';
import type { Column, columnList, Reader } from './column.ts';
import type { RowReader } from './row-reader.ts';
import { readBirthDate } from './values/dates.ts';
import { readAnyDocumentNumber } from './values/document.ts';
import { NAMES_OF_ENTERPRISE_CODE, readEnterpriseCode } from './values/enterprise.ts';
import { readNationality } from './values/person.ts';
import { isOfOrganisation, readPartyCode } from './values/pseudonym.ts';
import { readNameOrAddress } from './values/text.ts';

interface HolderColumns {
  readonly code: Column;
  readonly name: Column;
  readonly body: Column;
  readonly kind: Column;
  readonly document: Column;
  readonly organisation: Column;
  readonly birth: Column;
  readonly nationality: Column;
}

/** The columns that say whose a share of a company is. @param person the key, the heading and the aliases of the name */
export function addHolderColumns(
  add: ReturnType<typeof columnList>['add'],
  {
    person: [key, label, ...aliases],
    required = false,
  }: { readonly person: readonly [key: string, label: string, ...aliases: string[]]; readonly required?: boolean },
): HolderColumns {
  return {
    code: add('enterpriseCode', 'Mã số doanh nghiệp', {
      required: true,
      shared: true,
      personal: true,
      aliases: NAMES_OF_ENTERPRISE_CODE,
    }),
    name: add(key, label, { required, aliases }),
    // Forms that divide persons from organisations have the names of each in a column of their own
    body: add('organisationName', 'Tên tổ chức', { aliases: ['Tên thành viên là tổ chức', 'Tên cổ đông là tổ chức'] }),
    kind: add('memberKind', 'Loại', { allowed: 'Cá nhân, Tổ chức', aliases: ['Loại thành viên', 'Loại chủ thể'] }),
    document: add('documentNumber', 'Số giấy tờ', {
      personal: true,
      aliases: [
        'Số giấy tờ pháp lý',
        'Số định danh cá nhân',
        'CCCD',
        'Số CCCD',
        'Số giấy tờ cá nhân',
        // One column for both, as the forms have it
        'Số định danh cá nhân/Mã số doanh nghiệp/Số quyết định thành lập',
        'Số định danh cá nhân/Mã số doanh nghiệp',
        'Số định danh cá nhân/Mã số tổ chức',
        'Số giấy tờ/Mã số doanh nghiệp',
        'Số giấy tờ/Mã số tổ chức',
        'Số CCCD/Mã số doanh nghiệp',
        'Số CCCD/MST',
      ],
    }),
    organisation: add('organisationCode', 'Mã số tổ chức', {
      personal: true,
      aliases: [
        'Mã số doanh nghiệp của tổ chức',
        'Mã tổ chức',
        'Số quyết định thành lập',
        'Mã số doanh nghiệp/Số quyết định thành lập',
      ],
    }),
    birth: add('dateOfBirth', 'Ngày sinh', { holds: 'day', aliases: ['Ngày tháng năm sinh', 'Năm sinh'] }),
    nationality: add('nationality', 'Quốc tịch'),
  };
}

const KINDS: readonly (readonly [kind: Holder['kind'], words: RegExp])[] = [
  ['person', /\b(?:ca nhan|cn|nguoi)\b/],
  ['organisation', /\b(?:to chuc|tc|phap nhan|doanh nghiep|nha nuoc|cong ty)\b/],
];

/** Reads the kind of a holder among other words: `Cổ đông là tổ chức nước ngoài`. */
const readKind: Reader<Holder['kind']> = (cell) => {
  const text = foldMarks(cellText(cell));
  const [said, other] = KINDS.filter(([, words]) => words.test(text));
  return said && !other ? { ok: true, value: said[0] } : { ok: false, code: 'unknown' };
};

/** The words with which the name of a body begins or ends and that of a person never does. */
const OF_BODY =
  /^(?:tong )?(?:cong ty|cty|ctcp|doanh nghiep|hop tac xa|tap doan|ngan hang|uy ban|ubnd|quy dau tu) |\b(?:ltd|limited|inc|llc|corp|corporation|gmbh|plc|jsc|bhd|holdings?)\.?$/;

/** Whether a number can only be an organisation's. A personal number that lost its zeros may have ten digits, but seldom their check digit. */
const isCode = (cell: Cell): boolean =>
  isOfOrganisation(cellText(cell)) && (!/^\s*\d{10}\s*$/u.test(cellText(cell)) || readEnterpriseCode(cell).ok);

/** Reads the company and the holder of a share. @param isNone whether the row says that there is nobody */
export function readHolder(
  row: RowReader,
  columns: HolderColumns,
  isNone = false,
): { readonly enterpriseCode: string | undefined; readonly holder: Holder | undefined } {
  const enterpriseCode = row.required(columns.code, readEnterpriseCode);
  if (isNone) return { enterpriseCode, holder: undefined };
  const ownName = row.optional(columns.name, readNameOrAddress);
  const bodyName = row.optional(columns.body, readNameOrAddress);
  const stated = row.wanted(columns.kind, readKind);
  const code = row.optional(columns.organisation, readPartyCode);
  const dateOfBirth = row.wanted(columns.birth, readBirthDate);
  // A list with one column of numbers has the organisation's code among the documents
  const papersSay = code !== undefined || (dateOfBirth === undefined && isCode(row.cell(columns.document)));
  const isBody = ownName === undefined ? bodyName !== undefined : OF_BODY.test(foldMarks(ownName));
  const isOrganisation = stated === undefined ? papersSay || isBody : stated === 'organisation';
  const name = isOrganisation ? (bodyName ?? ownName) : (ownName ?? bodyName);
  if (name === undefined && row.problems.length === 0) row.reject(columns.name, 'required');
  const document = row.optional(columns.document, isOrganisation ? readPartyCode : readAnyDocumentNumber);
  row.wanted(columns.nationality, readNationality);
  const number = (isOrganisation ? code : undefined) ?? document;
  if (number === undefined && row.problems.length === 0)
    row.reject(isOrganisation ? columns.organisation : columns.document, 'required');
  if (name === undefined || number === undefined) return { enterpriseCode, holder: undefined };
  const kind = isOrganisation ? 'organisation' : 'person';
  return { enterpriseCode, holder: { kind, name, number, ...(!isOrganisation && { dateOfBirth }) } };
}
