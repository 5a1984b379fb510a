import { MOST_FILE_BYTES } from '#shared/contracts/api-limits.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { html } from '../http/answer.ts';
import { originOf } from '../http/form.ts';
import { sendsFormsTo } from '../http/sends-forms-to.ts';
import { Form } from '../layout/components.tsx';
import { Page } from '../layout/page.tsx';
import { FEED_NAMES, fileSenderOf } from './file-sender.ts';
import { ColumnsExplained } from './template.tsx';
import { FORM_SECONDS, MOST_AT_ONCE, uploadPrefix } from './take-uploads.ts';

/**
 * A page with a form for each of the sender's feeds. The browser sends the file directly into the inbox, under the
 * session's own prefix.
 */
export async function uploadFiles(visit: Visit, ports: ServePagesPorts) {
  const { event, officer } = visit;
  const { desk, feeds } = fileSenderOf(visit);
  const path = `/${desk}/upload`;
  const forms = await Promise.all(
    feeds.map(async (feed) => {
      const afterwards = `${originOf(event, ports.allowLoopback)}${path}/sent?feed=${feed}`;
      const limits = { seconds: FORM_SECONDS, mostBytes: MOST_FILE_BYTES };
      const prefix = uploadPrefix(officer, feed);
      const asked = { bucket: ports.inboxBucket, prefix, officer: officer.subject, ...limits };
      const [form, many] = await Promise.all([ports.uploadForm({ ...asked, afterwards }), ports.uploadForm(asked)]);
      return { feed, form, many };
    }),
  );
  const page = await html(
    <Page title="Gửi tệp" assets={ports.assets} officer={officer} path={path}>
      <h1 class="govuk-heading-l">Gửi tệp</h1>
      <p class="govuk-body">
        Tệp .xlsx, .csv hoặc .jsonl, có thể nén .gz. Gửi lại tệp cùng tên thì tệp mới được đọc lại; gửi một tệp hai lần
        không đổi kết quả. Có thể kéo thả nhiều tệp vào một ô.{' '}
        {`Mỗi tệp nhiều nhất ${MOST_FILE_BYTES / 1024 ** 2} MB; trang này dùng được ${FORM_SECONDS / 60} phút và hết hiệu lực khi đăng xuất.`}
      </p>
      {forms.map(({ feed, form, many }) => (
        <>
          <form
            id={`send-${feed}`}
            method="post"
            action={form.url}
            enctype="multipart/form-data"
            data-many={JSON.stringify(many)}
            data-then={`sent-${feed}`}
            data-seconds={FORM_SECONDS}
            data-most-bytes={MOST_FILE_BYTES}
            data-most-files={MOST_AT_ONCE}
          >
            {Object.entries(form.fields).map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <div class="govuk-form-group">
              <label class="govuk-label govuk-label--m" for={`file-${feed}`}>
                {FEED_NAMES[feed]}
              </label>
              <input
                class="govuk-file-upload"
                id={`file-${feed}`}
                name="file"
                type="file"
                required
                accept=".xlsx,.xls,.ods,.csv,.jsonl,.gz"
              />
            </div>
            <p class="govuk-body" role="status" />
            <button type="submit" class="govuk-button">
              {`Gửi vào “${FEED_NAMES[feed]}”`}
            </button>
          </form>
          <ColumnsExplained desk={desk} feed={feed} />
          <Form
            id={`sent-${feed}`}
            action={`${path}/sent`}
            formToken={officer.formToken}
            fields={{ page: path, feed }}
          ></Form>
        </>
      ))}
    </Page>,
    200,
    { data: { forms: forms.map(({ feed, many }) => ({ feed, ...many })) } },
  );
  return sendsFormsTo(
    page,
    forms.map(({ form }) => form.url),
  );
}
