import { html } from '../http/answer.ts';
import { SIGN_IN_PAGE } from '../http/paths.ts';
import { Page } from '../layout/page.tsx';
import type { ServePagesPorts } from '../ports.ts';

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
