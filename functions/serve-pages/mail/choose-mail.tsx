import { randomBytes } from 'node:crypto';
import { groupOf } from '#shared/domain/notification/desk-role.ts';
import { MAIL_KINDS, type MailKind } from '#shared/tables/mail-choices.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type HttpAnswer, html, type PageAnswer, seeOther } from '../http/answer.ts';
import { Checkboxes } from '../layout/fields.tsx';
import { Button, Form } from '../layout/components.tsx';
import { Page, Done } from '../layout/page.tsx';
import { mailExpiry } from './renew-mails.ts';

const KINDS: Readonly<Record<MailKind, { readonly label: string; readonly hint: string }>> = {
  new: { label: 'Có việc mới', hint: 'Mỗi giờ nhiều nhất một thư.' },
  due: { label: 'Có việc sắp hết hạn hoặc quá hạn', hint: 'Sáng mỗi ngày làm việc, chỉ khi có.' },
  waiting: { label: 'Tóm tắt việc đang chờ', hint: 'Sáng mỗi ngày làm việc, chỉ khi có.' },
};
/** The page on which a person of a desk chooses which mails they want. */
export async function showMail({ event, officer }: Visit, ports: ServePagesPorts): Promise<PageAnswer> {
  const choice = await ports.mailChoices.get(officer.subject);
  const wants = choice?.wants ?? [];
  const { email } = officer;
  return html(
    <Page title="Thư báo việc" assets={ports.assets} officer={officer} path={event.rawPath}>
      <Done sentences={{ chosen: 'Đã ghi nhận.' }} event={event} />
      <h1 class="govuk-heading-l">Thư báo việc</h1>
      <p class="govuk-body">
        {email === undefined
          ? 'Hệ thống đăng nhập không có địa chỉ thư của bạn: hãy báo người vận hành.'
          : `Thư gửi tới ${email}, chỉ có số việc và đường dẫn, không có dữ liệu của vụ việc. Đổi địa chỉ ở hệ thống đăng nhập.`}
      </p>
      {email !== undefined && (
        <Form action={event.rawPath} formToken={officer.formToken} fields={{ page: event.rawPath }}>
          <Checkboxes
            name="wants"
            label="Gửi thư cho tôi khi"
            chosen={new Set(wants)}
            options={MAIL_KINDS.map((value) => ({ value, ...KINDS[value] }))}
          />
          <Button>Ghi nhận</Button>
        </Form>
      )}
    </Page>,
    200,
    { data: { email, wants } },
  );
}

/** Stores which mails a person wants. The address is the sign-in provider's, so that nobody has mails sent to others. */
export async function chooseMail({ event, officer, form }: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { subject, roles, email } = officer;
  const wants = MAIL_KINDS.filter((kind) => form.getAll('wants').includes(kind));
  if (email === undefined || wants.length === 0) await ports.mailChoices.stop(subject);
  else {
    const before = await ports.mailChoices.get(subject);
    const stopKey = before?.stopKey ?? randomBytes(16).toString('base64url');
    const told = {
      toldUntil: ports.now().toISOString(),
      ...(before?.toldOn !== undefined && { toldOn: before.toldOn }),
    };
    await ports.mailChoices.choose(
      { subject, email, roles: roles.map(groupOf), wants, stopKey, ...told },
      mailExpiry(ports),
    );
  }
  return seeOther(`${event.rawPath}?done=chosen`);
}
