import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import type { Visit } from '../admit.ts';
import { type HttpAnswer, html, seeOther, type FormRefusal } from '../http/answer.ts';
import { Button, ErrorSummary, Form, TextField } from '../layout/components.tsx';
import { SuccessBanner } from '../layout/success-banner.tsx';
import { Page } from '../layout/page.tsx';
import type { ServePagesPorts } from '../ports.ts';
import { endSessionsOf } from '../session/session.ts';
import { PEOPLE_PAGE } from './page-paths.ts';

/** The person's id at the sign-in provider, as the log has it after `officer:`. */
const PERSON = /^[\w.@#/-]{1,128}$/u;

/** The page with the form by which an operator ends the sessions of a person who has lost their role. */
export function showEndSessions(
  { event, officer, form }: Visit,
  ports: ServePagesPorts,
  { errors = {}, status = 200 }: FormRefusal = {},
) {
  return html(
    <Page title="Người dùng" assets={ports.assets} officer={officer} path={PEOPLE_PAGE}>
      {event.queryStringParameters?.['ended'] === 'yes' && (
        <SuccessBanner>
          Mọi phiên đã mở của mã này, nếu có, đã kết thúc. Muốn vào lại, người đó phải đăng nhập.
        </SuccessBanner>
      )}
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Kết thúc phiên của một người</h1>
      <p class="govuk-body">
        Nhóm của một người được đọc khi đăng nhập và hỏi lại mỗi năm phút. Khi thu quyền hoặc mất máy: bỏ người đó khỏi
        nhóm ở nơi quản lý tài khoản trước, rồi kết thúc phiên ở đây để có hiệu lực ngay.
      </p>
      <Form action={PEOPLE_PAGE} formToken={officer.formToken}>
        <input type="hidden" name="page" value={PEOPLE_PAGE} />
        <TextField
          name="person"
          label="Mã của người đó"
          hint="Mã (sub) ở nơi quản lý tài khoản; sổ kiểm chứng ghi mã này sau chữ officer:"
          value={form.get('person') ?? ''}
          error={errors['person']}
        />
        <Button kind="warning">Kết thúc mọi phiên</Button>
      </Form>
    </Page>,
    status,
    { errors },
  );
}

/** Ends the sessions, after the log has recorded who asked. */
export async function endSessions(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { form, officer, event } = visit;
  const person = form.get('person')?.trim() ?? '';
  if (!PERSON.test(person)) {
    const errors = { person: 'Hãy nhập mã của người đó, không có khoảng trắng.' };
    return showEndSessions(visit, ports, { errors, status: 422 });
  }
  const at = ports.now().toISOString();
  const by = actorOf({ officer: officer.subject }, 'operator');
  const entry = { kind: 'operator-acted', at, by, says: { task: 'end-sessions', person } } as const;
  await ports.enter([entryOf(entry, { request: event.requestContext.requestId, at })]);
  await endSessionsOf(person, ports);
  return seeOther(`${PEOPLE_PAGE}?ended=yes`);
}
