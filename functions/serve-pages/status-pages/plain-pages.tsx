import { type HttpAnswer, type HttpEvent, html, seeOther } from '../http/answer.ts';
import { menuOf } from '../layout/menu.ts';
import { Page } from '../layout/page.tsx';
import type { ServePagesPorts } from '../ports.ts';
import { officerOf, sessionOf } from '../session/session.ts';
import type { Officer } from '../session/officer.ts';
import { SIGN_IN_PAGE } from '../http/paths.ts';

type PlainPagePorts = Pick<ServePagesPorts, 'assets'>;

/** Redirects each person to their own desk, or to the sign-in where they have not signed in. */
export async function firstPage(event: HttpEvent, ports: ServePagesPorts): Promise<HttpAnswer> {
  const officer = await officerOf(await sessionOf(event, ports), ports);
  if (!officer) return seeOther(SIGN_IN_PAGE);
  const [first] = menuOf(officer.roles);
  return first ? seeOther(first.href) : withoutDeskPage(ports, officer);
}

const plain = (ports: PlainPagePorts, status: number, title: string, text: string, officer?: Officer, to = '/') =>
  html(
    <Page title={title} assets={ports.assets} officer={officer}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{text}</p>
      {!officer && (
        <a class="govuk-button" role="button" href={`${SIGN_IN_PAGE}?to=${encodeURIComponent(to)}`}>
          Đăng nhập
        </a>
      )}
    </Page>,
    status,
  );

export const notFoundPage = (ports: PlainPagePorts, officer?: Officer) =>
  plain(ports, 404, 'Không có trang này', 'Địa chỉ không đúng, hoặc trang không thuộc phần việc của bạn.', officer);

/** @param address of the file, which a click on this page downloads */
export const linkFromElsewherePage = (ports: PlainPagePorts, officer: Officer, address: string) =>
  html(
    <Page title="Tải tệp" assets={ports.assets} officer={officer}>
      <h1 class="govuk-heading-l">Tải tệp</h1>
      <p class="govuk-body">
        Một trang khác đã mở đường dẫn tải tệp này. Tệp có dữ liệu cá nhân: chỉ tải nếu chính bạn cần.
      </p>
      <a class="govuk-button" role="button" href={address}>
        Tải tệp
      </a>
    </Page>,
    403,
  );

export const tooLargePage = (ports: PlainPagePorts, officer?: Officer) =>
  plain(ports, 413, 'Biểu mẫu quá lớn', 'Nội dung gửi lớn hơn mức cho phép. Hãy rút gọn rồi gửi lại.', officer);

export const unreadableFormPage = (ports: PlainPagePorts, officer: Officer) =>
  plain(ports, 400, 'Biểu mẫu không đúng', 'Biểu mẫu bị sửa hoặc gửi lỗi. Hãy mở lại trang rồi gửi lại.', officer);

export const signInFailedPage = (ports: PlainPagePorts) =>
  plain(ports, 403, 'Chưa đăng nhập được', 'Phiên đăng nhập đã quá hạn hoặc bị từ chối. Hãy đăng nhập lại.');

/** @param to where the sign-in was to lead */
export const signInUnansweredPage = (ports: PlainPagePorts, to = '/') =>
  plain(
    ports,
    503,
    'Hệ thống đăng nhập không trả lời',
    'Chưa đăng nhập được vì hệ thống đăng nhập không trả lời. Hãy thử lại sau ít phút; nếu vẫn vậy, báo người vận hành.',
    undefined,
    to,
  );

export const signedOutPage = (ports: PlainPagePorts) =>
  plain(ports, 200, 'Đã đăng xuất', 'Phiên làm việc đã kết thúc trên máy này.');

/** @param to the page that shows the kept form as it was typed, where it was kept */
export const notOwnFormPage = (ports: PlainPagePorts, officer: Officer, to?: string) =>
  html(
    <Page title="Chưa ghi nhận" assets={ports.assets} officer={officer}>
      <h1 class="govuk-heading-l">Chưa ghi nhận</h1>
      <p class="govuk-body">
        Biểu mẫu không được gửi từ trang của phiên này.
        {to === undefined
          ? ' Hãy mở lại trang rồi gửi lại.'
          : ' Những gì vừa nhập được giữ lại 30 phút và chưa được gửi.'}
      </p>
      {to !== undefined && (
        <a class="govuk-button" role="button" href={to}>
          Mở lại biểu mẫu
        </a>
      )}
    </Page>,
    403,
  );

/** @param to the page of the form, which then shows what was typed */
export const sessionEndedPage = (ports: PlainPagePorts, to: string) =>
  plain(
    ports,
    401,
    'Phiên làm việc đã kết thúc',
    'Những gì vừa nhập được giữ lại 30 phút và chưa được gửi. Hãy đăng nhập lại, kiểm tra rồi gửi.',
    undefined,
    to,
  );

export const notKeptPage = (ports: PlainPagePorts) =>
  plain(
    ports,
    401,
    'Phiên làm việc đã kết thúc',
    'Biểu mẫu không được gửi từ trang của hệ thống này nên không được ghi nhận. Hãy đăng nhập rồi nhập ở trang của hệ thống.',
  );

export const serverErrorPage = (ports: PlainPagePorts) =>
  plain(
    ports,
    500,
    'Có lỗi',
    'Hệ thống chưa làm được việc này. Hãy thử lại sau ít phút; nếu vẫn lỗi, báo người vận hành.',
  );

const withoutDeskPage = (ports: PlainPagePorts, officer: Officer) =>
  plain(ports, 403, 'Chưa được phân việc', 'Tài khoản này chưa thuộc nhóm nào. Hãy liên hệ người vận hành.', officer);

/**
 * The page for a form that came without a session. It holds the fields until the writer has signed in in another
 * window, and then sends them again. They return in the form to be checked, because they have no token of the new
 * session.
 */
export const keptInPage = ({ assets }: Pick<ServePagesPorts, 'assets'>, action: string, form: URLSearchParams) =>
  html(
    <Page title="Phiên làm việc đã kết thúc" assets={assets} officer={undefined}>
      <h1 class="govuk-heading-l">Phiên làm việc đã kết thúc</h1>
      <p class="govuk-body">Những gì vừa nhập còn ở trang này và chưa được gửi. Đừng đóng trang.</p>
      <ol class="govuk-list govuk-list--number">
        <li>
          <a class="govuk-link" href={SIGN_IN_PAGE} target="_blank" rel="noopener">
            Đăng nhập (mở cửa sổ mới)
          </a>
        </li>
        <li>Quay lại trang này và bấm “Mở lại biểu mẫu”, kiểm tra rồi gửi.</li>
      </ol>
      <form method="post" action={action}>
        {[...form].map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button type="submit" class="govuk-button">
          Mở lại biểu mẫu
        </button>
      </form>
    </Page>,
    401,
  );
