import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import { dayInVietnam, formatDate } from '#shared/domain/vietnamese/dates.ts';
import { mayBeReleased } from '#shared/domain/drops/drop-states.ts';
import { type Drop, rowsThatCount } from '#shared/tables/drop-item.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type FieldErrors, html, type FormRefusal } from '../http/answer.ts';
import { Button, ErrorSummary, Form, Table, Tag, TextField, numeric, Link, LinkLine } from '../layout/components.tsx';
import { Pagination, listPageOf } from '../layout/pagination.tsx';
import { Page, Done } from '../layout/page.tsx';
import { VanishedRows } from '../layout/vanished-rows.tsx';
import { draftFor } from '../session/drafts.ts';
import { waitingFiles, WaitingSection, waitingView } from '../taking-back/waiting-section.tsx';
import { TAKING_BACK_DONE } from '../taking-back/wording.ts';
import { notReceived } from './take-uploads.ts';
import { FEED_NAMES, feedNamed, type FileSender, fileSenderOf, nameIn, type SentFeed } from './file-sender.ts';

/** The page of the sender's files of one feed, the latest first, each with its progress and result. */
export async function listFiles(visit: Visit, ports: ServePagesPorts, { errors = {}, status = 200 }: FormRefusal = {}) {
  const { event, officer, form } = visit;
  const sender = fileSenderOf(visit);
  const { desk, folder } = sender;
  const path = `/${desk}/files`;
  const feed = feedNamed(sender, event.queryStringParameters?.['feed'] ?? form.get('feed'));
  const all = (await ports.files.ofFeed(feed)).flatMap((drop) => {
    const name = nameIn(sender, drop.file);
    return name === undefined ? [] : [{ ...drop, file: name }];
  });
  const asked = event.queryStringParameters ?? {};
  const { items, paging, place } = listPageOf(all, asked['page'], (page) => `${path}?feed=${feed}&page=${page}`);
  const sent = await draftFor(event, officer, ports, 'search');
  const waiting = sent.getAll('sent').filter((name) => !all.some(({ file }) => file === name));
  const missed = sent.getAll('missed');
  const isMoving = waiting.length > 0 || items.some(({ state }) => state === 'reading');
  const vanished = await ports.files.vanished(`${feed}/${folder}`.replace(/\/$/u, ''));
  const waitingToAgree = desk === 'office' ? await waitingFiles(desk, officer, ports) : [];
  const here = `${path}?${new URLSearchParams({ ...asked, feed }).toString()}`;
  return html(
    <Page title="Tệp đã gửi" assets={ports.assets} officer={officer} path={path}>
      <Done sentences={TAKING_BACK_DONE} event={event} />
      <h1 class="govuk-heading-l">{`Tệp đã gửi: ${FEED_NAMES[feed]} (${all.length})`}</h1>
      <ErrorSummary errors={errors} />
      <WaitingSection waiting={waitingToAgree} officer={officer} page={path} action={`${path}/vote`} />
      {missed.length > 0 && <p class="govuk-inset-text">{notReceived(missed)}</p>}
      <VanishedRows vanished={vanished} />
      <FeedChoice sender={sender} chosen={feed} />
      <div id="files" {...(isMoving && live(here))}>
        {waiting.map((name) => (
          <p class="govuk-inset-text">{`${name}: đã nhận, chờ đọc.`}</p>
        ))}
        {isMoving && <LinkLine to={here}>Cập nhật</LinkLine>}
        <Table
          empty={waiting.length > 0 ? 'Chưa đọc xong tệp nào.' : <NoFiles desk={desk} />}
          caption="Mỗi tệp một dòng, tệp mới nhất trước"
          columns={[
            'Tệp',
            'Tình trạng',
            numeric('Dòng đã đọc'),
            numeric('Nhận'),
            numeric('Từ chối'),
            numeric('Tự sửa'),
            'Bắt đầu',
            'Kết quả',
          ]}
          rows={items.map((reading) => [
            reading.file,
            <State reading={reading} />,
            progressOf(reading),
            formatCount(rowsThatCount(reading).accepted),
            formatCount(rowsThatCount(reading).rejected),
            formatCount(rowsThatCount(reading).repaired),
            formatDate(dayInVietnam(new Date(reading.startedAt))),
            <Results path={path} feed={feed} reading={reading} />,
          ])}
        />
        <Pagination {...paging} />
        {items.map(({ file, state, unreadColumns }) =>
          unreadColumns === undefined || mayBeReleased(state) ? undefined : (
            <p class="govuk-inset-text">{`${file}: ${unreadColumns}`}</p>
          ),
        )}
      </div>
      {items
        .filter(({ state }) => mayBeReleased(state))
        .map((reading, n) => (
          <Stopped
            desk={desk}
            feed={feed}
            reading={reading}
            n={n}
            formToken={officer.formToken}
            form={form}
            errors={errors}
          />
        ))}
    </Page>,
    status,
    { errors, data: { feed, files: items, vanished, waiting: waitingView(waitingToAgree), ...place } },
  );
}

const NoFiles = ({ desk }: Pick<FileSender, 'desk'>) => (
  <>
    {'Chưa có tệp nào. '}
    <Link to={`/${desk}/upload`}>Gửi tệp</Link>
  </>
);

/** While a file is being read the page reloads the list; without script there is a link for that. */
const live = (href: string) => ({
  'hx-get': href,
  'hx-trigger': 'every 3s',
  'hx-select': '#files',
  'hx-swap': 'outerHTML',
});

/** Writes the progress, such as `1.200 trong 5.000`. The total is known once the whole file has been judged. */
const progressOf = (drop: Drop): string =>
  drop.state === 'reading' && drop.judgement !== undefined && drop.judgement.rows > 0
    ? `${formatCount(drop.counts.read)} trong ${formatCount(drop.judgement.rows)}`
    : formatCount(rowsThatCount(drop).read);

const STATES: Readonly<Record<Drop['state'], readonly [colour: string, label: string]>> = {
  reading: ['blue', 'Đang đọc'],
  read: ['green', 'Đã đọc'],
  unreadable: ['red', 'Không đọc được'],
  stopped: ['orange', 'Đã dừng, chờ quyết định'],
  given_up: ['grey', 'Đã bỏ'],
  left_out: ['grey', 'Đã bỏ'],
  replaced: ['grey', 'Đã được tệp sau thay'],
};

function State({ reading: { state } }: { readonly reading: Drop }) {
  const [colour, label] = STATES[state];
  return <Tag colour={colour}>{label}</Tag>;
}

function FeedChoice({ sender: { desk, feeds }, chosen }: { readonly sender: FileSender; readonly chosen: SentFeed }) {
  if (feeds.length === 1) return null;
  return (
    <ul class="govuk-list">
      {feeds.map((feed) => (
        <li>
          <a
            class="govuk-link"
            href={`/${desk}/files?feed=${feed}`}
            aria-current={feed === chosen ? 'true' : undefined}
          >
            {FEED_NAMES[feed]}
          </a>
        </li>
      ))}
    </ul>
  );
}

interface ResultsProps {
  readonly path: string;
  readonly feed: SentFeed;
  readonly reading: Drop;
}

/** The receipt, and the file itself with its faults marked where it had any. */
function Results({ path, feed, reading }: ResultsProps) {
  if (reading.state === 'reading') return <span>chưa có</span>;
  const marked = `${path}/result?feed=${feed}&file=${encodeURIComponent(reading.file)}&what=rejected`;
  return (
    <span>
      <Link to={`${path}/receipt?feed=${feed}&file=${encodeURIComponent(reading.file)}`}>Biên nhận</Link>
      {rowsThatCount(reading).rejected > 0 && (
        <>
          {' · '}
          <Link to={marked}>Tệp có đánh dấu lỗi</Link>
        </>
      )}
    </span>
  );
}

/** A file that was stopped as a whole, with the form by which an officer accepts its readable rows or gives it up. */
function Stopped({
  desk,
  feed,
  reading,
  n,
  formToken,
  form,
  errors,
}: {
  readonly desk: FileSender['desk'];
  readonly feed: SentFeed;
  readonly reading: Drop;
  /** The file's index among the stopped files of the page. */
  readonly n: number;
  readonly formToken: string;
  /** The values that were typed before about one of the files. */
  readonly form: URLSearchParams;
  readonly errors: FieldErrors;
}) {
  const isMeant = form.get('file') === reading.file;
  const typed = isMeant ? { value: form.get('why') ?? '', error: errors['why'] } : {};
  return (
    <section>
      <h2 class="govuk-heading-m">{`Đã dừng: ${reading.file}`}</h2>
      <p class="govuk-inset-text">{reading.judgement?.objection?.message ?? 'Tệp này chưa được tính.'}</p>
      {desk === 'office' ? (
        <Form
          action="/office/files/release"
          formToken={formToken}
          fields={{ page: '/office/files', feed, file: reading.file }}
        >
          <TextField name="why" id={isMeant ? 'why' : `why-${n}`} label="Lý do" {...typed} />
          <div class="govuk-button-group">
            <Button name="use" value="readable" kind="secondary">
              Tính các dòng đọc được
            </Button>
            {reading.state === 'stopped' && (
              <Button name="use" value="none" kind="warning">
                Bỏ tệp này
              </Button>
            )}
          </div>
        </Form>
      ) : (
        <p class="govuk-body">Hãy sửa theo lý do trên rồi gửi lại tệp cùng tên.</p>
      )}
    </section>
  );
}
