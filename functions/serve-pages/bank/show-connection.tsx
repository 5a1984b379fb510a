import { numberToShow } from '#shared/domain/notification/notice/notice.ts';
import type { SigningKeyChanged } from '#shared/contracts/connection.ts';
import type { EndpointHealth } from '#shared/domain/notification/delivery/endpoint-health.ts';
import type { RegisteredReceiver } from '#shared/tables/receivers.ts';
import { listSent, type SentToReceiver } from '#shared/use-cases/list-sent.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { logNoticesShown } from '../log-shown.ts';
import { type FormRefusal, html } from '../http/answer.ts';
import { Button, ErrorSummary, Form, SummaryList, Table, Link, Section } from '../layout/components.tsx';
import { SuccessBanner, Page } from '../layout/page.tsx';
import { outcomeText } from './attempts.tsx';
import { bankOfVisit } from '../session/bank-of-visit.ts';
import { instantText } from './instant-text.ts';

export const CONNECTION_PAGE = '/bank/connection';

interface ShownConnection extends FormRefusal {
  readonly changed?: SigningKeyChanged;
}

/** The page that shows how notices reach the bank: its webhook, a test of it, its key, and the latest calls. */
export async function showConnection(
  visit: Visit,
  ports: ServePagesPorts,
  { changed, errors = {}, status = 200 }: ShownConnection = {},
) {
  const { event, officer } = visit;
  const { before: asked, tested } = event.queryStringParameters ?? {};
  const receiver = bankOfVisit(visit);
  const [registered, { page, before }] = await Promise.all([
    ports.receivers.get(receiver),
    listSent(receiver, asked, ports),
  ]);
  await logNoticesShown(
    page.map(({ notice }) => notice),
    'list',
    receiver,
    visit,
    ports,
  );
  return html(
    <Page title="Kết nối" assets={ports.assets} officer={officer} path={CONNECTION_PAGE}>
      {tested !== undefined && /^[\w-]{22}$/u.test(tested) && (
        <SuccessBanner>{`Đã gửi sự kiện thử tới hệ thống của ngân hàng, mã lần gửi ${tested}.`}</SuccessBanner>
      )}
      <h1 class="govuk-heading-l">Kết nối nhận thông báo</h1>
      <ErrorSummary errors={errors} />
      {changed && <NewKey {...changed} />}
      <Webhook registered={registered} formToken={officer.formToken} />
      <SentTable page={page} before={before} />
    </Page>,
    status,
    { errors, data: changed ?? connectionView(registered, page, before) },
  );
}

/** The page's data as a program reads them. */
const connectionView = (
  registered: RegisteredReceiver | undefined,
  page: readonly SentToReceiver[],
  before: string | undefined,
) => ({
  mode: registered?.mode,
  url: registered?.mode === 'push' ? registered.url : undefined,
  sent: { data: page.map(({ sent }) => sent), before },
});

/** Shows a new key, which no address leads to; the form shows it again while the key before signs too. */
function NewKey({ key: signingKey, formerUntil }: SigningKeyChanged) {
  return (
    <Section title="Khóa mới">
      <p class="govuk-inset-text">
        <code id="signing-key">{signingKey}</code>
      </p>
      <p class="govuk-body">
        {`Hãy nhập vào hệ thống nhận ngay. Cả hai khóa cùng ký đến ${instantText(formerUntil)}; đến lúc đó, bấm “Đổi khóa ký” lần nữa chỉ hiện lại khóa này.`}
      </p>
    </Section>
  );
}

interface WebhookProps {
  readonly registered: RegisteredReceiver | undefined;
  readonly formToken: string;
}

function Webhook({ registered, formToken }: WebhookProps) {
  if (registered?.mode !== 'push') {
    return (
      <Section title="Nhận tự động">
        <p class="govuk-body">
          Ngân hàng chưa đăng ký địa chỉ nhận tự động: thông báo được đọc tại đây hoặc qua API. Muốn đăng ký, hãy liên
          hệ người vận hành.
        </p>
      </Section>
    );
  }
  return (
    <Section title="Nhận tự động">
      <SummaryList
        entries={[
          ['Địa chỉ', registered.url ?? ''],
          ['Tình trạng', healthText(registered.health)],
        ]}
      />
      <div class="govuk-button-group">
        <Form action={`${CONNECTION_PAGE}/test`} formToken={formToken} fields={{ page: CONNECTION_PAGE }}>
          <Button kind="secondary">Gửi sự kiện thử</Button>
        </Form>
        <Form action={`${CONNECTION_PAGE}/key`} formToken={formToken} fields={{ page: CONNECTION_PAGE }}>
          <Button kind="warning">Đổi khóa ký</Button>
        </Form>
      </div>
    </Section>
  );
}

function healthText(health: EndpointHealth | undefined): string {
  if (health?.goneSince !== undefined) return `đã đóng từ ${instantText(health.goneSince)}`;
  if (health?.pausedSince !== undefined) return `không trả lời từ ${instantText(health.pausedSince)}`;
  if (health !== undefined && health.failures > 0) return `lỗi ${health.failures} lần liền`;
  return 'bình thường';
}

const STATES: Readonly<Record<SentToReceiver['sent']['state'], string>> = {
  waiting: 'đang chờ gửi',
  delivered: 'đã nhận, chưa xác nhận',
  acknowledged: 'đã xác nhận',
  superseded: 'tự đọc',
  stuck: 'không gửi được',
  feed: 'tự đọc',
};
const NOTICE_STATES = { in_force: 'còn hiệu lực', withdrawn: 'đã rút', expired: 'đã hết hạn' };

function SentTable({
  page,
  before,
}: {
  readonly page: readonly SentToReceiver[];
  readonly before: string | undefined;
}) {
  return (
    <Section title="Đã gửi">
      <Table
        caption="Thay đổi mới nhất trước"
        columns={['Thay đổi lúc', 'Tài khoản', 'Thông báo', 'Gửi tới ngân hàng', 'Số lần', 'Lần cuối']}
        rows={page.map(({ notice, sent: { state, attempts } }) => {
          const last = attempts.at(-1);
          return [
            instantText(notice.changedAt),
            <Link to={`/bank/notices/${notice.noticeId}`}>
              {'accountNumber' in notice.content ? numberToShow(notice.content) : ''}
            </Link>,
            `${NOTICE_STATES[notice.state]}, bản số ${notice.sequence}`,
            STATES[state],
            String(attempts.length),
            last === undefined ? 'chưa gửi' : `${instantText(last.at)}: ${outcomeText(last)}`,
          ];
        })}
      />
      {before !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${CONNECTION_PAGE}?before=${encodeURIComponent(before)}`} rel="next">
            Cũ hơn
          </a>
        </p>
      )}
    </Section>
  );
}
