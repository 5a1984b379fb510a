import type { CasePerson } from '#shared/domain/notification/dossier/case-file.ts';
import type { Dossier } from '#shared/domain/notification/dossier/dossier.ts';
import {
  DOCUMENT_STATUS_LABELS,
  FIELD_LABELS,
  GENDER_LABELS,
  IDENTITY_RESULT_LABELS,
  NAME_ALONE,
} from '#shared/domain/notification/dossier/wording.ts';
import { OWNERS_COLUMNS, OWNERS_TITLE, ownersRows } from '#shared/domain/notification/dossier/owners-rows.ts';
import { isNameAlone, ROLE_LABELS } from '#shared/domain/identity/registration.ts';
import { COMPARED_FIELDS } from '#shared/domain/identity/person-verdict.ts';
import type { NoticedPerson } from '#shared/domain/notification/notice/police-notice-content.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import { Table, Section } from '../layout/components.tsx';

/** The people that the company declared, beside the police's records of their numbers, with the result of the comparison. */
export function PeopleSection({ dossier: { notice, caseFile } }: { readonly dossier: Dossier }) {
  const labels = ['Vai trò', 'Doanh nghiệp khai', 'Dữ liệu của công an', 'Kết quả'];
  return (
    <Section id="people" title="Nhân thân" folded>
      <Table
        caption="Đối chiếu với dữ liệu của công an"
        columns={labels}
        rows={
          caseFile
            ? caseFile.people.map((person) => [
                ROLE_LABELS[person.declared.role],
                <Lines of={declared(person)} />,
                <Lines of={known(person)} />,
                <Lines of={compared(person.compared)} />,
              ])
            : notice.people.map((person) => [
                ROLE_LABELS[person.role],
                person.documentNumber,
                'dữ liệu gốc không còn được giữ',
                <Lines of={compared(person)} />,
              ])
        }
      />
      {caseFile?.owners && (
        <Table
          caption={OWNERS_TITLE}
          columns={OWNERS_COLUMNS}
          rows={ownersRows(caseFile.owners).map((cells) => cells.map((cell) => <Lines of={cell.split('\n')} />))}
        />
      )}
    </Section>
  );
}

const Lines = ({ of }: { readonly of: readonly string[] }) => (
  <>
    {of.map((line) => (
      <div>{line}</div>
    ))}
  </>
);

const born = (date: string, gender: 'male' | 'female' | undefined) =>
  `Sinh ${formatDate(date)}${gender === undefined ? '' : `, ${GENDER_LABELS[gender].toLowerCase()}`}`;

function declared({ declared: person }: CasePerson): string[] {
  const { fullName, documentType, documentNumber, dateOfBirth, gender, nationality, issuedOn, personalPhone } = person;
  if (isNameAlone(person)) return [fullName, NAME_ALONE];
  return [
    fullName,
    `${documentType} số ${documentNumber}${issuedOn === undefined ? '' : `, cấp ${formatDate(issuedOn)}`}`,
    born(dateOfBirth, gender),
    ...(nationality === undefined ? [] : [`Quốc tịch ${nationality}`]),
    ...(personalPhone === undefined ? [] : [`Điện thoại ${personalPhone}`]),
  ];
}

function known({ known: record }: CasePerson): string[] {
  if (!record) return ['chưa có'];
  const { fullName, documentNumber, dateOfBirth, gender, permanentAddress } = record;
  return [
    fullName,
    `Số ${documentNumber}`,
    born(dateOfBirth, gender),
    ...(permanentAddress === undefined ? [] : [`Thường trú: ${permanentAddress}`]),
  ];
}

function compared(person: NoticedPerson | undefined): string[] {
  if (!person) return ['chưa kiểm tra'];
  const differing = COMPARED_FIELDS.filter((field) => ['mismatch', 'correctable'].includes(person.fields[field]));
  return [
    IDENTITY_RESULT_LABELS[person.result],
    ...(differing.length === 0 ? [] : [`Khác ở: ${differing.map((field) => FIELD_LABELS[field]).join(', ')}`]),
    ...(person.documentStatus === undefined
      ? []
      : [`Giấy tờ: ${DOCUMENT_STATUS_LABELS[person.documentStatus].toLowerCase()}`]),
  ];
}
