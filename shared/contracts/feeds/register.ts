import { MOST_PEOPLE, type DeclaredPerson } from '#shared/domain/identity/registration.ts';
import type { RegistrationRow } from '#shared/domain/risk/facts/fold-version.ts';
import { representativesIn } from '#shared/domain/vietnamese/person-name/representatives-in.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import { columnList, type ReadColumn } from './column.ts';
import type { Layout } from './layout.ts';
import { readValues } from './read-values.ts';
import { COMPANY as DECLARED, PERSON } from './registrations.ts';
import { readDate } from './values/dates.ts';
import { readIndustries } from './values/person.ts';
import { readNameOrAddress, readPersonName } from './values/text.ts';

const { columns, needed, wanted } = columnList();

/** What a column has in common with the one of a declaration, whose headings and reader it has. */
const like = <T>({ key, label, at: _at, required: _required, wanted: _wanted, reader, ...options }: ReadColumn<T>) =>
  [key, label, reader, options] as const;

const COMPANY = {
  enterpriseCode: needed(...like(DECLARED.enterpriseCode)),
  name: needed(...like(DECLARED.name)),
  address: needed(...like(DECLARED.headOfficeAddress)),
  district: wanted('district', 'Quận / Huyện', readNameOrAddress, {
    shared: true,
    aliases: ['Quận', 'Huyện'],
  }),
  charterCapital: wanted(...like(DECLARED.charterCapital)),
  phone: wanted(...like(DECLARED.phone)),
  email: wanted(...like(DECLARED.email)),
  names: wanted('representativeName', 'Người đại diện theo pháp luật', readPersonName, {
    aliases: ['Người đại diện', 'Tên người đại diện theo pháp luật', 'Họ tên người đại diện', 'Tên người đại diện'],
  }),
  mainIndustryCode: wanted(...like(DECLARED.mainIndustryCode)),
  industryCodes: wanted('industryCodes', 'Ngành nghề KD', readIndustries, {
    shared: true,
    list: true,
    aliases: ['Ngành nghề'],
  }),
  registeredOn: needed('certifiedOn', 'Ngày cấp', readDate, {
    past: true,
    holds: 'day',
    shared: true,
    aliases: ['Ngày cấp GCN', 'Ngày cấp GCN ĐKDN', 'Ngày cấp đăng ký kinh doanh'],
  }),
  legalForm: wanted(...like(DECLARED.legalForm)),
};

/** Beside a column of a person `Ngày cấp` is the day of the person's card, and the table is no export of the register. */
const OF_PERSONS = [PERSON.role, PERSON.dateOfBirth, PERSON.documentType, PERSON.documentNumber].flatMap(
  ({ key, label, aliases }) => [key, label, ...aliases],
);

/** The register's own export, one row a company, in which a representative has only a name. */
export const REGISTER: Layout = {
  rows: 'register',
  columns,
  never: [...OF_PERSONS, 'people'],
  asks: 'Tệp là bản xuất của sổ đăng ký: người đại diện chỉ có họ tên, chưa có số giấy tờ và ngày sinh, nên chưa đối chiếu nhân thân được. Khi có, hãy gửi thêm tệp theo mẫu đăng ký (mỗi người một dòng); không phải gửi lại tệp này.',
  read(row, { today }) {
    const read = readValues(row, COMPANY, today);
    if (row.position >= MOST_PEOPLE) row.reject(COMPANY.enterpriseCode, 'too_many');
    if (read === undefined || row.problems.length > 0) return [];
    const { address, district, names, ...rest } = read;
    const company = { ...rest, headOfficeAddress: withDistrict(address, district) };
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

/** Most exports repeat the district at the end of the address. */
const withDistrict = (address: string, district: string | undefined): string =>
  district === undefined || foldMarks(address).includes(foldMarks(district)) ? address : `${address}, ${district}`;
