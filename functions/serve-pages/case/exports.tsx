import { Section, Link, LinkLine } from '../layout/components.tsx';

export const EXPORT_CHOICES = [
  ['ftm', 'FollowTheMoney (cho phần mềm điều tra)'],
  ['bods', 'BODS 0.4: sở hữu, đại diện (cho phần mềm điều tra)'],
  ['ring-xlsx', 'Liên hệ của nhóm (bảng tính)'],
  ['ring-json', 'Liên hệ của nhóm (cho phần mềm điều tra)'],
] as const;

/** Links to the case as files for the police's other tools; each download is entered in the log. */
export const ExportsSection = ({ noticeId, isInRing }: { readonly noticeId: string; readonly isInRing: boolean }) => (
  <Section id="exports" title="Xuất dữ liệu" folded>
    <LinkLine to={`/police/cases/${noticeId}/dossier`}>Hồ sơ bản mới nhất, để in và ký (.docx)</LinkLine>
    <ul class="govuk-list govuk-list--bullet">
      {EXPORT_CHOICES.map(([form, label]) => (
        <li key={form}>
          <Link to={`/police/cases/${noticeId}/export/${form}`}>{label}</Link>
          {isInRing && (
            <>
              {' · '}
              <Link to={`/police/cases/${noticeId}/export/${form}?of=ring`}>
                cả nhóm
                <span class="govuk-visually-hidden">{`: ${label}`}</span>
              </Link>
            </>
          )}
        </li>
      ))}
    </ul>
    <LinkLine to="/police/exports">Xuất theo kỳ</LinkLine>
    <p class="govuk-body">
      Mỗi lần xuất được ghi vào sổ kiểm chứng. Tệp có dữ liệu cá nhân: chỉ dùng trong cơ quan Công an.
    </p>
  </Section>
);
