import { type HttpEvent, html, type PageAnswer } from '../http/answer.ts';
import { sameText } from '../http/same-text.ts';
import { Button } from '../layout/components.tsx';
import { Page } from '../layout/page.tsx';
import type { ServePagesPorts } from '../ports.ts';

/** The address in each mail, at which anybody who has the mail can stop the mails without a session. */
export const STOP_PAGE = '/mail/stop';

/** Asks first, because mail programs open links by themselves. */
export const stopPage = ({ rawQueryString }: HttpEvent, { assets }: Pick<ServePagesPorts, 'assets'>) =>
  html(
    <Page title="Thôi nhận thư" assets={assets}>
      <h1 class="govuk-heading-l">Thôi nhận thư</h1>
      <p class="govuk-body">Bàn làm việc sẽ không gửi thư báo việc tới địa chỉ này nữa.</p>
      <form method="post" action={`${STOP_PAGE}?${rawQueryString}`}>
        <Button>Thôi nhận thư</Button>
      </form>
    </Page>,
  );

/** Stops the mails of the person whose mail has the key. The answer tells nobody whether the key was right. */
export async function stopMails(event: HttpEvent, ports: ServePagesPorts): Promise<PageAnswer> {
  const { subject = '', stopKey = '' } =
    /^(?<subject>[^.]{1,128})\.(?<stopKey>[\w-]{22})$/u.exec(event.queryStringParameters?.['key'] ?? '')?.groups ?? {};
  const choice = subject === '' ? undefined : await ports.mailChoices.get(subject);
  if (choice && sameText(choice.stopKey, stopKey)) await ports.mailChoices.stop(subject);
  return html(
    <Page title="Đã thôi nhận thư" assets={ports.assets}>
      <h1 class="govuk-heading-l">Đã thôi nhận thư</h1>
      <p class="govuk-body">Muốn nhận lại: đăng nhập, mở “Thư báo”.</p>
    </Page>,
  );
}
