import { dayInVietnam, formatDate } from '#shared/domain/vietnamese/dates.ts';
import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import type { EndpointHealth } from '#shared/domain/notification/delivery/endpoint-health.ts';
import { ALL_RECEIVERS } from '#shared/domain/notification/notice/all-receivers.ts';
import { UNACKNOWLEDGED_STATUSES } from '#shared/domain/notification/states.ts';
import { bankOf } from '#shared/domain/notification/receiver.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { RegisteredReceiver } from '#shared/tables/receivers.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { html } from '../http/answer.ts';
import { Table, Tag } from '../layout/components.tsx';
import { SuccessBanner, Page } from '../layout/page.tsx';
import { RECEIVERS_PAGE } from './page-paths.ts';
import { TaskForm } from './task-form.tsx';

const RECEIVERS_AT_ONCE = 16;

interface ReceiverRow {
  readonly receiver: string;
  /** Undefined where the receiver has not been registered. */
  readonly registered: RegisteredReceiver | undefined;
  /** ISO instant of the oldest notice that it has not acknowledged. */
  readonly since: string | undefined;
}

/**
 * The page of the receivers: the state of their endpoints, and since when a notice has been unacknowledged, the longest
 * time first.
 */
export async function listReceivers({ event, officer }: Visit, ports: ServePagesPorts) {
  const rows = (await receiverRows(ports)).toSorted((a, b) => ((a.since ?? '~') < (b.since ?? '~') ? -1 : 1));
  return html(
    <Page title="Nơi nhận" assets={ports.assets} officer={officer} path={RECEIVERS_PAGE}>
      {event.queryStringParameters?.['asked'] === 'yes' && (
        <SuccessBanner>Đã giao việc. Tải lại trang sau ít giây để xem kết quả.</SuccessBanner>
      )}
      <h1 class="govuk-heading-l">{`Nơi nhận (${rows.length})`}</h1>
      <Table
        caption="Nơi nhận đã đăng ký, và nơi còn thông báo chưa xác nhận"
        columns={['Đơn vị', 'Cách nhận', 'Đường gửi', 'Chưa xác nhận từ', 'Gửi tiếp']}
        rows={rows.map(({ receiver, registered, since }) => [
          nameOf(receiver),
          registered === undefined
            ? 'chưa đăng ký'
            : registered.mode === 'push'
              ? 'được gửi tới hệ thống của nơi nhận'
              : 'tự đọc',
          <Health registered={registered} />,
          since === undefined ? 'không có' : formatDate(dayInVietnam(new Date(since))),
          <TaskForm
            task={{ task: 'redrive-receiver', receiver }}
            page={RECEIVERS_PAGE}
            formToken={officer.formToken}
            label="Gửi tiếp"
            about={`cho ${nameOf(receiver)}`}
          />,
        ])}
      />
    </Page>,
    200,
    {
      data: {
        receivers: rows.map(({ receiver, registered, since }) => ({
          receiver,
          mode: registered?.mode ?? 'unregistered',
          since,
        })),
      },
    },
  );
}

async function receiverRows({ receivers, notices }: ServePagesPorts): Promise<ReceiverRow[]> {
  const registered = new Map((await receivers.amongst(ALL_RECEIVERS)).map((one) => [one.receiver, one]));
  const all = await inParallel(ALL_RECEIVERS, RECEIVERS_AT_ONCE, async (receiver) => {
    const oldest = await Promise.all(UNACKNOWLEDGED_STATUSES.map((status) => notices.oldestWaiting(receiver, status)));
    const [first] = oldest.flatMap((one) => one?.position ?? []).sort();
    return { receiver, registered: registered.get(receiver), since: first?.slice(0, first.indexOf('#')) };
  });
  return all.filter((one) => one.registered !== undefined || one.since !== undefined);
}

function Health({ registered }: Pick<ReceiverRow, 'registered'>) {
  if (registered?.mode !== 'push') return <span>không dùng</span>;
  const [colour, label] = healthOf(registered.health);
  return <Tag colour={colour}>{label}</Tag>;
}

function healthOf(health: EndpointHealth | undefined): readonly [colour: string, label: string] {
  const on = (instant: string) => formatDate(dayInVietnam(new Date(instant)));
  if (health?.goneSince !== undefined) return ['red', `đã đóng từ ${on(health.goneSince)}`];
  if (health?.pausedSince !== undefined) return ['red', `không trả lời từ ${on(health.pausedSince)}`];
  if (health !== undefined && health.failures > 0) return ['yellow', `lỗi ${health.failures} lần liền`];
  return ['green', 'bình thường'];
}

const nameOf = (receiver: string): string => {
  const bank = bankOf(receiver);
  return bank === undefined ? 'Công an tỉnh' : bankNameOf(bank);
};
