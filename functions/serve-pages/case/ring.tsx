import type { CaseFile } from '#shared/domain/notification/dossier/case-file.ts';
import { drawNetwork } from '#shared/domain/risk/rings/draw-network.ts';
import { KIND_NAMES } from '#shared/domain/risk/rings/kind-names.ts';
import { leftOutOfNetwork, type Network, tieNumbers } from '#shared/domain/risk/rings/network.ts';
import { ringGroups, ringLineId } from '#shared/domain/risk/rings/ring-groups.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import { Table, Link, Section } from '../layout/components.tsx';
import { Picture } from '../layout/picture.tsx';
import { policeStatus, StatusTag } from '../layout/status-tag.tsx';
import type { RingCase } from './gather.ts';

interface Props {
  readonly network: Network;
  readonly own: string;
  readonly caseFile: CaseFile | undefined;
  readonly notified: readonly RingCase[];
  /** The address of a company that has no case. */
  readonly addressOf: (code: string) => string;
}

/** The ring as a picture and, for readers who cannot see it, as tables of its companies and of the values that they share. */
export function RingSection({ network, own, caseFile, notified, addressOf }: Props) {
  const cases = new Map(notified.map(({ notice }) => [notice.subject, notice]));
  const others = network.members.map(({ enterpriseCode }) => enterpriseCode).filter((code) => code !== own);
  const labels = {
    subject: own,
    names: caseFile?.names,
    values: caseFile?.ties,
    scores: Object.fromEntries([...cases].map(([code, { content }]) => [code, content.score])),
    links: Object.fromEntries(
      others.map((code) => {
        const noticeId = cases.get(code)?.noticeId;
        return [code, noticeId === undefined ? addressOf(code) : `/police/cases/${noticeId}`];
      }),
    ),
  };
  const numbers = tieNumbers(network);
  const leftOut = leftOutOfNetwork(network);
  const nameOf = (code: string) => caseFile?.names[code] ?? '';
  return (
    <Section id="ring" title={`Nhóm doanh nghiệp có liên hệ (${network.members.length})`} folded>
      <Picture label="Hình các liên hệ" svg={drawNetwork(network, labels)} />
      <Table
        caption="Doanh nghiệp trong nhóm"
        columns={['Doanh nghiệp', 'Liên hệ sớm nhất từ', 'Dùng chung số', 'Vụ việc']}
        rows={ringGroups(network, own).flatMap(({ members, values }) =>
          members.map(({ enterpriseCode, since }) => [
            <span id={ringLineId(enterpriseCode)}>
              {`${nameOf(enterpriseCode)} (${enterpriseCode})${enterpriseCode === own ? ': doanh nghiệp này' : ''}`}
            </span>,
            formatDate(since),
            values.join(', '),
            <CaseOf
              found={notified.find(({ notice }) => notice.subject === enterpriseCode)}
              isOwn={enterpriseCode === own}
            />,
          ]),
        )}
      />
      <Table
        caption="Thông tin dùng chung, đánh số như trong hình"
        columns={['Số', 'Dùng chung', 'Doanh nghiệp', 'Từ ngày']}
        rows={network.ties
          .map((tie, place) => ({ ...tie, place, number: numbers.get(tie) ?? place + 1 }))
          .sort((a, b) => a.number - b.number)
          .map(({ kind, companies, since, place, number }) => [
            String(number),
            [KIND_NAMES[kind], ...(caseFile?.ties[place]?.values ?? [])].join(': '),
            companies.join(', '),
            formatDate(since),
          ])}
      />
      {leftOut !== undefined && <p class="govuk-body">{leftOut}</p>}
    </Section>
  );
}

function CaseOf({ found, isOwn }: { readonly found: RingCase | undefined; readonly isOwn: boolean }) {
  if (isOwn) return <>trang này</>;
  if (!found) return <>không có</>;
  const { notice } = found;
  return (
    <>
      <Link to={`/police/cases/${notice.noticeId}`}>{`Điểm ${String(notice.content.score).replace('.', ',')}`}</Link>{' '}
      <StatusTag status={policeStatus(notice.content.level, notice.handlingStatus)} />
    </>
  );
}
