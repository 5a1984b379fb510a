import type { ComponentChildren, VNode } from 'preact';
import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import type { Officer } from '../session/officer.ts';
import type { Assets } from '../http/assets.ts';
import { anchorOf, sectionOf } from './guide-sections.ts';
import { menuOf } from './menu.ts';
import type { HttpEvent } from '../http/answer.ts';

interface Props {
  readonly title: string;
  readonly assets: Assets;
  /** The person who has signed in; undefined where nobody has. */
  readonly officer?: Officer | undefined;
  /** The path of the page, by which its menu entry is marked and its section of the guide is found. */
  readonly path?: string;
  /** The address whose section of the guide explains the page, where it is not `path`. */
  readonly guide?: string;
  /** Whether the page is that of the search, which has the field itself. */
  readonly isSearch?: boolean;
  readonly children: ComponentChildren;
}

/** The frame of every page: head, skip link, banner, menu, main part. */
export function Page({ title, assets, officer, path = '', guide = path, isSearch = false, children }: Props): VNode {
  return (
    <html lang="vi" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – Hậu kiểm`}</title>
        <link rel="stylesheet" href={assets.style.path} />
        <link rel="icon" href="data:," />
        <script src={assets.script.path} defer />
      </head>
      <body class="govuk-template__body">
        <a href="#main" class="govuk-skip-link">
          Đến nội dung chính
        </a>
        <header class="desk-banner">
          <div class="govuk-width-container desk-banner__row">
            <a href="/" class="desk-banner__name">
              Hậu kiểm doanh nghiệp
            </a>
            {officer && !isSearch && <Search officer={officer} />}
            {officer && <SignedIn officer={officer} />}
          </div>
        </header>
        {officer && <Menu officer={officer} path={path} guide={guide} assets={assets} />}
        <div class="govuk-width-container">
          <main id="main" class="govuk-main-wrapper" tabIndex={-1}>
            {children}
          </main>
        </div>
      </body>
    </html>
  );
}

/** The search of the person's first desk that has one; what it finds is what that desk may see. */
function Search({ officer: { roles, formToken } }: { readonly officer: Officer }): VNode | null {
  const [found] = menuOf(roles).flatMap(({ search }) => search ?? []);
  if (!found) return null;
  const { action, field, hint } = found;
  return (
    <form method="post" action={action} role="search" class="desk-search">
      <input type="hidden" name="formToken" value={formToken} />
      <input type="hidden" name="page" value={action} />
      <label class="govuk-visually-hidden" for="search-field">
        Tìm nhanh
      </label>
      <input id="search-field" class="govuk-input" type="search" name={field} placeholder={hint} required />
      <button type="submit" class="desk-link-button">
        Tìm
      </button>
    </form>
  );
}

function SignedIn({ officer }: { readonly officer: Officer }): VNode {
  return (
    <form method="post" action="/sign-out" class="desk-banner__person">
      <input type="hidden" name="formToken" value={officer.formToken} />
      <span>{officer.displayName}</span>
      <button type="submit" class="desk-link-button">
        Đăng xuất
      </button>
    </form>
  );
}

/** How much waits at an entry of the menu. */
const Waiting = ({ count = 0 }: { readonly count?: number | undefined }) =>
  count === 0 ? null : <span class="desk-menu__count">{formatCount(count)}</span>;

interface MenuProps {
  readonly officer: Officer;
  readonly path: string;
  readonly guide: string;
  readonly assets: Assets;
}

function Menu({ officer, path, guide, assets }: MenuProps): VNode {
  const entries = menuOf(officer.roles);
  const section = sectionOf(guide);
  const text = section && assets.guides[section.desk];
  return (
    <nav class="desk-menu" aria-label="Mục chính">
      <ul class="govuk-width-container desk-menu__list">
        {entries.map(({ href, label }) => (
          <li>
            <a href={href} aria-current={path.startsWith(href) ? 'page' : undefined}>
              {label}
            </a>
            <Waiting count={officer.waiting?.[href]} />
          </li>
        ))}
        {text && (
          <li class="desk-menu__guide">
            <a href={`${text.path}#${anchorOf(section.title)}`}>Hướng dẫn trang này</a>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** The result of the person's last form, if any, which a screen reader reads out when the page opens. */
export function SuccessBanner({ children }: { readonly children: ComponentChildren }): VNode | null {
  if (children === undefined) return null;
  return (
    <div class="govuk-notification-banner govuk-notification-banner--success" role="status">
      <div class="govuk-notification-banner__content">
        <p class="govuk-notification-banner__heading">{children}</p>
      </div>
    </div>
  );
}

/** The banner with the sentence about what was done that the address names, if any. */
export const Done = ({ sentences, event }: DoneProps) => (
  <SuccessBanner>{doneSentence(sentences, event)}</SuccessBanner>
);
interface DoneProps {
  readonly sentences: Readonly<Record<string, string>>;
  readonly event: HttpEvent;
}

/** The sentence about what was done that an address names; undefined where it names none of them. */
export const doneSentence = (
  sentences: Readonly<Record<string, string>>,
  { queryStringParameters }: Pick<HttpEvent, 'queryStringParameters'>,
): string | undefined => {
  const done = queryStringParameters?.['done'];
  return done !== undefined && Object.hasOwn(sentences, done) ? sentences[done] : undefined;
};
