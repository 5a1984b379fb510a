import type { Holder } from '#shared/domain/risk/owners/holding.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import { type Cell, cellText } from '#shared/tabular/cell.ts';
import type { Column, columnList } from './column.ts';
import type { RowReader } from './row-reader.ts';
import { choiceReader } from './values/choice.ts';
import { readBirthDate } from './values/dates.ts';
import { readAnyDocumentNumber } from './values/document.ts';
import { NAMES_OF_ENTERPRISE_CODE, readEnterpriseCode } from './values/enterprise.ts';
import { readNationality } from './values/person.ts';
import { isOfOrganisation, readPartyCode } from './values/pseudonym.ts';
import { readNameOrAddress } from './values/text.ts';

interface HolderColumns {
  readonly code: Column;
  readonly name: Column;
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

const readKind = choiceReader<Holder['kind']>({
  person: ['Cá nhân', 'CN', 'Người', 'Cá nhân trong nước', 'Cá nhân nước ngoài'],
  organisation: ['Tổ chức', 'TC', 'Pháp nhân', 'Doanh nghiệp', 'Tổ chức trong nước', 'Tổ chức nước ngoài', 'Nhà nước'],
});

/** The words with which the name of a body begins and that of a person never does. */
const OF_BODY = /^(?:tong )?(?:cong ty|doanh nghiep|hop tac xa|tap doan|ngan hang|uy ban|ubnd) /;

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
  const name = row.required(columns.name, readNameOrAddress);
  const stated = row.optional(columns.kind, readKind);
  const code = row.optional(columns.organisation, readPartyCode);
  const dateOfBirth = row.wanted(columns.birth, readBirthDate);
  // A list with one column of numbers has the organisation's code among the documents
  const papersSay = code !== undefined || (dateOfBirth === undefined && isCode(row.cell(columns.document)));
  const isOrganisation =
    stated === undefined ? papersSay || OF_BODY.test(foldMarks(name ?? '')) : stated === 'organisation';
  const document = row.optional(columns.document, isOrganisation ? readPartyCode : readAnyDocumentNumber);
  row.wanted(columns.nationality, readNationality);
  const number = (isOrganisation ? code : undefined) ?? document;
  if (number === undefined && row.problems.length === 0)
    row.reject(isOrganisation ? columns.organisation : columns.document, 'required');
  if (name === undefined || number === undefined) return { enterpriseCode, holder: undefined };
  const kind = isOrganisation ? 'organisation' : 'person';
  return { enterpriseCode, holder: { kind, name, number, ...(!isOrganisation && { dateOfBirth }) } };
}
