import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import { type DeskRole, rolesOf } from '#shared/domain/notification/desk-role.ts';
import type { ListedSession } from '#shared/tables/sessions.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type HttpAnswer, html, seeOther, type FormRefusal } from '../http/answer.ts';
import { Button, ErrorSummary, Form, Table, TextField, numeric, Section } from '../layout/components.tsx';
import { formatInstant } from '../layout/instant.ts';
import { SuccessBanner, Page } from '../layout/page.tsx';
import { endSessionsOf, openSessions } from '../session/session.ts';
import type { Officer } from '../session/officer.ts';
import { PEOPLE_PAGE } from './page-paths.ts';
import { groupLabel } from './wording.ts';
import { typedFields } from '../layout/fields.tsx';

/** A person with open sessions. */
interface SignedInPerson {
  /** The person's id at the sign-in provider. */
  readonly person: string;
  readonly name: string;
  readonly groups: readonly DeskRole[];
  readonly sessions: number;
  /** ISO instant of the sign-in to the first of the open sessions. */
  readonly signedInAt: string;
  /** ISO instant of the last use of any of them. */
  readonly seenAt: string;
}

/** The people of sessions, the one who was seen last first. */
const signedInPeople = (sessions: readonly ListedSession[]): readonly SignedInPerson[] =>
  [...Map.groupBy(sessions, ({ subject }) => subject)]
    .map(([person, own]) => ({
      person,
      name: own.at(-1)?.displayName ?? '',
      groups: rolesOf(own.flatMap(({ roles }) => roles)),
      sessions: own.length,
      signedInAt: own.map(({ signedInAt }) => signedInAt).toSorted()[0] ?? '',
      seenAt:
        own
          .map(({ seenAt }) => seenAt)
          .toSorted()
          .at(-1) ?? '',
    }))
    .toSorted((a, b) => (a.seenAt > b.seenAt ? -1 : 1));

/** The person's id at the sign-in provider, as the log has it after `officer:`. */
const PERSON = /^[\w.@#/-]{1,128}$/u;

/**
 * The page of the people with open sessions, and the form by which an operator ends the sessions of a person who has
 * lost their role.
 */
export async function showPeople(
  { event, officer, form }: Visit,
  ports: ServePagesPorts,
  { errors = {}, status = 200 }: FormRefusal = {},
) {
  const people = signedInPeople(await openSessions(ports));
  const field = typedFields(form, errors);
  return html(
    <Page title="Người dùng" assets={ports.assets} officer={officer} path={PEOPLE_PAGE}>
      <Ended count={event.queryStringParameters?.['ended']} />
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Người dùng</h1>
      <p class="govuk-body">
        Nhóm của một người được đọc khi đăng nhập và hỏi lại mỗi năm phút. Khi thu quyền hoặc mất máy: bỏ người đó khỏi
        nhóm ở nơi quản lý tài khoản trước, rồi kết thúc phiên ở đây để có hiệu lực ngay.
      </p>
      <People people={people} officer={officer} />
      <Section title="Kết thúc phiên theo mã">
        <Form action={PEOPLE_PAGE} formToken={officer.formToken} fields={{ page: PEOPLE_PAGE }}>
          <TextField
            {...field(
              'person',
              'Mã của người đó',
              'Mã (sub) ở nơi quản lý tài khoản; sổ kiểm chứng ghi mã này sau chữ officer:',
            )}
          />
          <Button kind="warning">Kết thúc mọi phiên</Button>
        </Form>
      </Section>
    </Page>,
    status,
    { errors, data: { people } },
  );
}

function Ended({ count }: { readonly count: string | undefined }) {
  if (count === undefined || !/^\d{1,4}$/u.test(count)) return null;
  return Number(count) === 0 ? (
    <p class="govuk-inset-text" role="status">
      Mã này không có phiên nào đang mở ở bàn làm việc: không có phiên nào bị kết thúc. Hãy xem lại mã.
    </p>
  ) : (
    <SuccessBanner>
      {`Đã kết thúc ${formatCount(Number(count))} phiên. Muốn vào lại, người đó phải đăng nhập.`}
    </SuccessBanner>
  );
}

function People({ people, officer }: { readonly people: readonly SignedInPerson[]; readonly officer: Officer }) {
  return (
    <Table
      caption={`Người đang có phiên mở (${people.length})`}
      columns={['Người', 'Nhóm', numeric('Số phiên'), 'Đăng nhập từ', 'Dùng gần nhất', 'Kết thúc']}
      rows={people.map(({ person, name, groups, sessions, signedInAt, seenAt }) => [
        <>
          {person === officer.subject ? `${name} (bạn)` : name}
          <br />
          <span class="govuk-hint">{person}</span>
        </>,
        groups.length === 0 ? 'không nhóm nào' : groups.map(groupLabel).join(', '),
        formatCount(sessions),
        formatInstant(signedInAt),
        formatInstant(seenAt),
        <Form action={PEOPLE_PAGE} formToken={officer.formToken} fields={{ page: PEOPLE_PAGE, person }}>
          <button type="submit" class="govuk-button govuk-button--warning desk-row-button">
            Kết thúc phiên
            <span class="govuk-visually-hidden">{` của ${name}`}</span>
          </button>
        </Form>,
      ])}
    />
  );
}

/** Ends the sessions, after the log has recorded who asked. */
export async function endSessions(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { form, officer, event } = visit;
  const person = form.get('person')?.trim() ?? '';
  if (!PERSON.test(person)) {
    const errors = { person: 'Hãy nhập mã của người đó, không có khoảng trắng.' };
    return showPeople(visit, ports, { errors, status: 422 });
  }
  const at = ports.now().toISOString();
  const by = actorOf({ officer: officer.subject }, 'operator');
  const entry = { kind: 'operator-acted', at, by, says: { task: 'end-sessions', person } } as const;
  await ports.enter([entryOf(entry, { request: event.requestContext.requestId, at })]);
  return seeOther(`${PEOPLE_PAGE}?ended=${await endSessionsOf(person, ports)}`);
}
