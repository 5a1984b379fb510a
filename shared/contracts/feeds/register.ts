import { MOST_PEOPLE, type DeclaredPerson, type CompanyOnly } from '#shared/domain/identity/registration.ts';
import type { RegistrationRow } from '#shared/domain/risk/facts/fold-version.ts';
import { representativesIn } from '#shared/domain/vietnamese/person-name/representatives-in.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import { type Column, columnList, type ColumnOptions } from './column.ts';
import type { FeedSource } from './feed-record.ts';
import type { Layout } from './layout.ts';
import * as declared from './registration-columns.ts';
import { readLegalForm } from './registrations.ts';
import type { RowReader } from './row-reader.ts';
import { readEmail, readPhone } from './values/contact.ts';
import { readDate } from './values/dates.ts';
import { readEnterpriseCode } from './values/enterprise.ts';
import { moneyReader } from './values/numbers.ts';
import { readIndustries, readIndustry } from './values/person.ts';
import { readNameOrAddress, readPersonName } from './values/text.ts';

const { columns, add } = columnList();

/** Adds a column that a declaration has too, under all its headings. */
const like = ({ key, label, at: _at, required: _required, ...column }: Column, options: ColumnOptions = {}) =>
  add(key, label, { ...column, ...options });

const needed = { required: true };
const CODE = like(declared.ENTERPRISE_CODE, needed);
const NAME = like(declared.COMPANY_NAME, needed);
const ADDRESS = like(declared.HEAD_OFFICE_ADDRESS, needed);
const DISTRICT = add('district', 'Quận / Huyện', { shared: true, aliases: ['Quận', 'Huyện', 'Quận huyện'] });
const CAPITAL = like(declared.CHARTER_CAPITAL);
const PHONE = like(declared.COMPANY_PHONE);
const EMAIL = like(declared.COMPANY_EMAIL);
const REPRESENTATIVE = add('representativeName', 'Người đại diện theo pháp luật', {
  aliases: ['Người đại diện', 'Họ tên người đại diện', 'Người đại diện pháp luật', 'Tên người đại diện', 'NĐDPL'],
});
const MAIN_INDUSTRY = like(declared.MAIN_INDUSTRY);
const INDUSTRIES = add('industryCodes', 'Ngành nghề KD', {
  shared: true,
  list: true,
  aliases: ['Ngành nghề', 'Ngành nghề kinh doanh', 'Ngành, nghề kinh doanh'],
});
const CERTIFIED_ON = add('certifiedOn', 'Ngày cấp', {
  holds: 'day',
  shared: true,
  ...needed,
  aliases: [
    'Ngày cấp GCN',
    'Ngày cấp GCN ĐKDN',
    'Ngày cấp giấy chứng nhận',
    'Ngày cấp giấy chứng nhận đăng ký doanh nghiệp',
    'Ngày cấp đăng ký kinh doanh',
    'Ngày cấp ĐKKD',
  ],
});
const LEGAL_FORM = like(declared.LEGAL_FORM);

/** Beside a column of a person `Ngày cấp` is the day of the person's card, and the table is no export of the register. */
const OF_PERSONS = [
  declared.PERSON_ROLE,
  declared.DATE_OF_BIRTH,
  declared.DOCUMENT_TYPE,
  declared.DOCUMENT_NUMBER,
].flatMap(({ key, label, aliases }) => [key, label, ...aliases]);

/** The register's own export, one row a company, in which a representative has only a name. */
export const REGISTER: Layout = {
  rows: 'register',
  columns,
  never: [...OF_PERSONS, 'people'],
  asks: 'Tệp là bản xuất của sổ đăng ký: người đại diện chỉ có họ tên, chưa có số giấy tờ và ngày sinh, nên chưa đối chiếu nhân thân được. Khi có, hãy gửi thêm tệp theo mẫu đăng ký (mỗi người một dòng); không phải gửi lại tệp này.',
  read(row, source) {
    const company = readCompany(row, source);
    const names = row.wanted(REPRESENTATIVE, readPersonName);
    if (row.position >= MOST_PEOPLE) row.reject(CODE, 'too_many');
    if (company === undefined || row.problems.length > 0) return [];
    const { position } = row;
    const found: RegistrationRow = { company, position, ofRegister: true };
    const people = names === undefined ? [] : representativesIn(names);
    if (people.length === 0) return [{ feed: 'registrations', ...found }];
    return people.map((fullName, place) => ({
      feed: 'registrations',
      ...found,
      person: nameAlone(fullName),
      position: position + place,
    }));
  },
};

const nameAlone = (fullName: string): DeclaredPerson => ({
  role: 'legal_representative',
  fullName,
  dateOfBirth: '',
  documentNumber: '',
});

function readCompany(row: RowReader, source: FeedSource): CompanyOnly | undefined {
  const enterpriseCode = row.required(CODE, readEnterpriseCode);
  const name = row.required(NAME, readNameOrAddress);
  const address = row.required(ADDRESS, readNameOrAddress);
  const district = row.wanted(DISTRICT, readNameOrAddress);
  const charterCapital = row.wanted(CAPITAL, moneyReader(row.heading(CAPITAL)));
  const phone = row.wanted(PHONE, readPhone);
  const email = row.wanted(EMAIL, readEmail);
  const industryCodes = row.wanted(INDUSTRIES, readIndustries);
  const mainIndustryCode = row.wanted(MAIN_INDUSTRY, readIndustry);
  const registeredOn = row.required(CERTIFIED_ON, readDate);
  const legalForm = row.wanted(LEGAL_FORM, readLegalForm);
  row.rejectFuture(CERTIFIED_ON, registeredOn, source.today);
  if (enterpriseCode === undefined || name === undefined) return undefined;
  if (address === undefined || registeredOn === undefined) return undefined;
  const headOfficeAddress = withDistrict(address, district);
  return {
    enterpriseCode,
    name,
    legalForm,
    registeredOn,
    headOfficeAddress,
    mainIndustryCode,
    industryCodes,
    charterCapital,
    phone,
    email,
  };
}

/** Most exports repeat the district at the end of the address. */
const withDistrict = (address: string, district: string | undefined): string =>
  district === undefined || foldMarks(address).includes(foldMarks(district)) ? address : `${address}, ${district}`;
