import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import type { DoubtedSender } from '#shared/domain/risk/senders/counts-alone.ts';
import { doubtOf, nameOfSender } from '#shared/domain/risk/senders/leaning-sentence.ts';
import { vanishedSentence } from '#shared/contracts/feeds/row-contents.ts';
import { DISCARD_REASONS } from '#shared/contracts/operator-task.ts';
import type { QueueCounts } from '#shared/clients/step-queues.ts';
import type { ParkedMessage } from '#shared/tables/parked.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type FormRefusal, html } from '../http/answer.ts';
import { ErrorSummary, Table, Tag, numeric, Section } from '../layout/components.tsx';
import { RowCheckbox } from '../layout/row-checkbox.tsx';
import { Select } from '../layout/fields.tsx';
import { formatInstant } from '../layout/instant.ts';
import { Done, SuccessBanner, Page } from '../layout/page.tsx';
import { waitingFiles, WaitingSection, waitingView } from '../taking-back/waiting-section.tsx';
import { TAKING_BACK_DONE } from '../taking-back/wording.ts';
import { SYSTEM_PAGE } from './page-paths.ts';
import { TaskForm } from './task-form.tsx';
import { DISCARD_LABELS, queueLabel, reasonLabel, subjectOf } from './wording.ts';

/** The number of parked messages that are listed for a queue; a replay sends all of them. */
const MOST_PARKED = 50;
const QUEUES_AT_ONCE = 8;

/** The page of the queues: their waiting messages, dead letters and parked messages, with forms to send the latter two back. */
export async function showSystem(
  { event, officer }: Visit,
  ports: ServePagesPorts,
  { errors = {}, status = 200 }: FormRefusal = {},
) {
  const waitingToAgree = await waitingFiles('operator', officer, ports);
  const [counts, surveyed, vanished] = await Promise.all([
    ports.queues.counts(),
    ports.files.profile(),
    ports.files.vanished(),
  ]);
  const doubted = surveyed?.profile.doubted ?? [];
  const parked = (
    await inParallel(counts, QUEUES_AT_ONCE, ({ queue }) => ports.parked.someOf(queue, MOST_PARKED))
  ).flat();
  return html(
    <Page title="Tình trạng hệ thống" assets={ports.assets} officer={officer} path={SYSTEM_PAGE}>
      {event.queryStringParameters?.['asked'] === 'yes' && (
        <SuccessBanner>Đã giao việc. Tải lại trang sau ít giây để xem kết quả.</SuccessBanner>
      )}
      <Done sentences={TAKING_BACK_DONE} event={event} />
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Tình trạng hệ thống</h1>
      <WaitingSection waiting={waitingToAgree} officer={officer} page={SYSTEM_PAGE} action="/operator/files/vote" />
      <Queues counts={counts} formToken={officer.formToken} />
      <Section title="Nơi gửi cần xem lại">
        <Doubted doubted={doubted} />
        {vanished.map((one) => (
          <p class="govuk-inset-text">{`${one.sender}: ${vanishedSentence(one)}`}</p>
        ))}
      </Section>
      <Section title="Thông điệp bị giữ lại">
        {parked.length === 0 ? (
          <p class="govuk-body">Không có thông điệp nào bị giữ lại.</p>
        ) : (
          <Parked parked={parked} formToken={officer.formToken} />
        )}
      </Section>
    </Page>,
    status,
    { errors, data: { queues: counts, doubted, vanished, parked, waiting: waitingView(waitingToAgree) } },
  );
}

/** The senders whose files a person should look at. */
function Doubted({ doubted }: { readonly doubted: readonly DoubtedSender[] }) {
  if (doubted.length === 0) return <p class="govuk-body">Không nơi gửi nào.</p>;
  return (
    <>
      <p class="govuk-body">
        Dữ liệu của các nơi gửi này khác thường lệ ở nhiều doanh nghiệp. Xem tệp gần đây của nơi gửi, và để riêng tệp
        sai.
      </p>
      <Table
        caption="Nơi gửi có dữ liệu khác thường lệ"
        columns={['Nơi gửi', numeric('Số'), 'Điều khác thường lệ']}
        rows={doubted.map((one) => [nameOfSender(one.sender), formatCount(one.count), doubtOf(one)])}
      />
    </>
  );
}

function Queues({ counts, formToken }: { readonly counts: readonly QueueCounts[]; readonly formToken: string }) {
  return (
    <Table
      caption="Hàng đợi giữa các bước"
      columns={['Việc', numeric('Đang chờ'), numeric('Đang xử lý'), numeric('Hỏng 5 lần'), 'Gửi lại']}
      rows={counts.map(({ queue, waiting, inFlight, dead }) => [
        queueLabel(queue),
        formatCount(waiting),
        formatCount(inFlight),
        dead > 0 ? <Tag colour="red">{formatCount(dead)}</Tag> : formatCount(dead),
        dead > 0 ? (
          <TaskForm
            task={{ task: 'move-dead-letters', queue }}
            page={SYSTEM_PAGE}
            formToken={formToken}
            label="Gửi lại"
            about={`thông điệp hỏng của việc: ${queueLabel(queue)}`}
          />
        ) : (
          'không có gì'
        ),
      ])}
    />
  );
}

function Parked({ parked, formToken }: { readonly parked: readonly ParkedMessage[]; readonly formToken: string }) {
  const queues = [...Map.groupBy(parked, ({ queue }) => queue)];
  return (
    <>
      {queues.map(([queue, messages]) => (
        <>
          <TaskForm
            task={{ task: 'discard-parked', queue }}
            page={SYSTEM_PAGE}
            formToken={formToken}
            label="Bỏ các dòng đã chọn"
            about={`của việc: ${queueLabel(queue)}`}
          >
            <Table
              caption={`${queueLabel(queue)}: ${messages.length < MOST_PARKED ? messages.length : `${MOST_PARKED} hoặc nhiều hơn`}`}
              columns={['Chọn', 'Về', 'Vì sao, và làm gì trước', 'Giữ lúc', 'Mã thông điệp']}
              rows={messages.map(({ why, parkedAt, messageId, body }) => [
                <RowCheckbox
                  name="message"
                  value={`${messageId} ${parkedAt}`}
                  label={`Chọn thông điệp ${messageId}`}
                  isChosen={false}
                />,
                subjectOf(body),
                reasonLabel(why),
                formatInstant(parkedAt),
                messageId,
              ])}
            />
            <Select
              name="because"
              id={`because-${queue}`}
              label="Lý do bỏ"
              value=""
              options={DISCARD_REASONS.map((value) => ({ value, label: DISCARD_LABELS[value] }))}
            />
          </TaskForm>
          <TaskForm
            task={{ task: 'replay-parked', queue }}
            page={SYSTEM_PAGE}
            formToken={formToken}
            label="Chạy lại tất cả"
            about={`thông điệp bị giữ của việc: ${queueLabel(queue)}`}
          />
        </>
      ))}
      <p class="govuk-body">
        Thông điệp chạy lại mà chưa hết nguyên nhân sẽ lại bị giữ: hiện lại ở đây với mã như cũ và giờ giữ mới.
      </p>
    </>
  );
}
