import { type AgreeingDesk, hasAgreed, lastDayToAgree } from '#shared/domain/notification/release/release-policy.ts';
import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import { dayInVietnam, formatDate } from '#shared/domain/vietnamese/dates.ts';
import { Button, Form, Table, numeric, Section } from '../layout/components.tsx';
import { formatInstant } from '../layout/instant.ts';
import type { Officer } from '../session/officer.ts';
import { TAKING_BACK_LABELS } from './wording.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { StoredTakingBack } from '#shared/tables/takings-back.ts';
import { isWaiting } from '#shared/use-cases/taking-back-state.ts';
import type { ServePagesPorts } from '../ports.ts';

/** A decision that waits for people, with how much of the file counts now. */
interface WaitingFile {
  readonly asked: StoredTakingBack;
  readonly rows: number;
  readonly companies: number;
  /** Whether the officer has agreed already. */
  readonly isAgreedTo: boolean;
}

type FilesPorts = Pick<ServePagesPorts, 'takingsBack' | 'files' | 'takingBackPolicy' | 'rulesClock'>;

const AT_ONCE = 8;

/** A file's feed and its name there. */
export function partsOf(file: string): { readonly feed: string; readonly name: string } {
  const slash = file.indexOf('/');
  return { feed: file.slice(0, Math.max(0, slash)), name: file.slice(slash + 1) };
}

/** The waiting decisions about files of which the last drop is the one that they are about, the oldest first. */
export async function waitingFiles(desk: AgreeingDesk, officer: Officer, ports: FilesPorts): Promise<WaitingFile[]> {
  const waiting = (await ports.takingsBack.at(desk)).filter((one) => isWaiting(one, ports));
  const shown = await inParallel(waiting, AT_ONCE, async (asked): Promise<WaitingFile[]> => {
    const { feed, name } = partsOf(asked.file);
    const progress = await ports.files.newest(feed, name);
    if (progress?.version !== asked.version) return [];
    const { accepted: rows, companies } = progress.counts;
    return [{ asked, rows, companies, isAgreedTo: hasAgreed(asked, officer.subject) }];
  });
  return shown.flat().toSorted((a, b) => (a.asked.askedAt < b.asked.askedAt ? -1 : 1));
}

/** The waiting decisions as a program reads them; a vote names the revision. */
export const waitingView = (waiting: readonly WaitingFile[]) =>
  waiting.map(({ asked, rows, companies, isAgreedTo }) => {
    const { file, use, why, askedAt, revision } = asked;
    return { file, use, why, askedAt, revision, rows, companies, isAgreedTo };
  });

interface Props {
  readonly waiting: readonly WaitingFile[];
  readonly officer: Officer;
  /** The page on which the section is. */
  readonly page: string;
  /** The address of the vote's form. */
  readonly action: string;
}

/** The decisions to take a file back on which another person has to vote. */
export function WaitingSection({ waiting, officer, page, action }: Props) {
  if (waiting.length === 0) return null;
  return (
    <Section title={`Chờ người thứ hai đồng ý (${waiting.length})`}>
      <p class="govuk-body">
        Khi đủ người đồng ý, các dòng này không còn được tính, doanh nghiệp chỉ có trong tệp không còn được xét, và các
        thông báo dựa vào đó được đề nghị rút.
      </p>
      <Table
        id="vote"
        caption="Mỗi quyết định một dòng"
        columns={[
          'Tệp',
          'Quyết định',
          'Lý do',
          numeric('Dòng đang tính'),
          numeric('Doanh nghiệp'),
          'Yêu cầu lúc',
          'Đồng ý trước hết ngày',
          'Việc',
        ]}
        rows={waiting.map(({ asked, rows, companies, isAgreedTo }) => [
          asked.file,
          TAKING_BACK_LABELS[asked.use],
          asked.why,
          formatCount(rows),
          formatCount(companies),
          formatInstant(asked.askedAt),
          formatDate(lastDayToAgree(dayInVietnam(new Date(asked.askedAt)))),
          <Form
            action={action}
            formToken={officer.formToken}
            fields={{ page, file: asked.file, revision: asked.revision }}
          >
            {isAgreedTo ? (
              <p class="govuk-body">Bạn đã đồng ý: cần người khác đồng ý.</p>
            ) : (
              <Button name="outcome" value="release">
                Đồng ý<span class="govuk-visually-hidden">{`: ${asked.file}`}</span>
              </Button>
            )}
            <Button kind="secondary" name="outcome" value="refuse">
              Từ chối<span class="govuk-visually-hidden">{`: ${asked.file}`}</span>
            </Button>
          </Form>,
        ])}
      />
    </Section>
  );
}
