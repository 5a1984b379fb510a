import type { VNode } from 'preact';
import type { Visit } from '../ports.ts';
import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import { Button, type Column, Form, Link } from './components.tsx';
import { listPageOf } from './pagination.tsx';

interface ListOrder<T> {
  readonly compare: (a: T, b: T) => number;
  readonly isAscending?: true;
}

/** The views of a list by one question. */
export interface ListFilter<T> {
  readonly label: string;
  readonly views: Readonly<Record<string, { readonly label: string; readonly has: (one: T) => boolean }>>;
  /** Whether views without entries are left out. */
  readonly hidesEmpty?: true;
}

/** What is searched for in a list, with the place of each entry that is like it, the best first. */
export interface SearchedList<T> {
  readonly typed: string;
  readonly placeOf: (one: T) => number | undefined;
}

interface ListDesign<T> {
  readonly path: string;
  /** The address's parameters. Of each order and filter the first is taken where the address names none that there is. */
  readonly asked: Readonly<Record<string, string | undefined>>;
  readonly orders?: Readonly<Record<string, ListOrder<T>>>;
  readonly filters: Readonly<Record<string, ListFilter<T>>>;
  /** Further parameters of the list's address, which every link keeps. */
  readonly kept?: Readonly<Record<string, string | undefined>>;
  readonly sought?: SearchedList<T> | undefined;
}

interface ListView<T> {
  /** All entries of the chosen views, in the chosen order. */
  readonly shown: readonly T[];
  /** The fields by which a form of the list repeats its view, which is then found in the form as in an address. */
  readonly fields: Readonly<Record<string, string>>;
  /** The list's address, with changed parameters. An officer can keep it as a bookmark. */
  readonly hrefOf: (changes?: Readonly<Record<string, string>>) => string;
  /** A column by which the list can be sorted. */
  readonly column: (label: string, by: string, numeric?: boolean) => Column;
  /** Links to the views of a filter, with the number of entries that each shows. */
  readonly choices: (filter: string) => VNode;
  /** Says what is searched for, with a link to the list without it. */
  readonly sought: VNode | null;
  /** One page of the entries, or of the lines that the caller makes of them. */
  readonly page: <L>(lines: readonly L[]) => ReturnType<typeof listPageOf<L>>;
}

const known = (table: object, asked: string | undefined): string =>
  asked !== undefined && Object.hasOwn(table, asked) ? asked : (Object.keys(table)[0] ?? '');

/** The view of a filter with the name, or the first one. */
const viewNamed = <T,>({ views }: ListFilter<T>, name: string | undefined) => views[known(views, name)];

/** What an address or a form of a list asks for. */
export const askedBy = ({
  event,
  form,
}: Pick<Visit, 'event' | 'form'>): Readonly<Record<string, string | undefined>> => ({
  ...Object.fromEntries(form),
  ...event.queryStringParameters,
});

/**
 * The entries of a view that a form chooses: those named, or all that the view offered. Undefined where the view or an
 * entry has changed since the officer saw it.
 */
export function chosenBy<T>(
  form: URLSearchParams,
  field: string,
  offered: readonly T[],
  valueOf: (one: T) => string,
): readonly T[] | undefined {
  if (form.has('all')) return form.get('all') === String(offered.length) ? offered : undefined;
  const named = new Set(form.getAll(field));
  const found = offered.filter((one) => named.has(valueOf(one)));
  return found.length === named.size ? found : undefined;
}

/** The box that chooses everything that a view offers, on all its pages. */
export const AllOfView = ({ count, what, form }: AllProps) => (
  <div class="govuk-checkboxes govuk-checkboxes--small">
    <div class="govuk-checkboxes__item">
      <input
        class="govuk-checkboxes__input"
        type="checkbox"
        id="all"
        name="all"
        value={String(count)}
        checked={form.has('all')}
      />
      <label class="govuk-label govuk-checkboxes__label" for="all">
        {`Chọn cả ${formatCount(count)} ${what}, ở mọi trang`}
      </label>
    </div>
  </div>
);
interface AllProps {
  readonly count: number;
  readonly what: string;
  readonly form: URLSearchParams;
}

/** Filters and sorts a list by its address, and makes the links to its other views. */
export function listView<T>(
  listed: readonly T[],
  { path, asked, orders: usualOrders = {}, filters, kept: alwaysKept = {}, sought }: ListDesign<T>,
): ListView<T> {
  const all = sought ? listed.filter((one) => sought.placeOf(one) !== undefined) : listed;
  const orders = sought ? { found: bestFirst(sought, Object.values(usualOrders)[0]), ...usualOrders } : usualOrders;
  const kept = sought ? { ...alwaysKept, search: asked['search'] } : alwaysKept;
  const tables = { ...filters, ...(Object.keys(orders).length > 0 && { sort: orders }) };
  const named = (asking: Readonly<Record<string, string | undefined>>) =>
    Object.fromEntries(
      Object.entries(tables).map(([name, table]) => [
        name,
        known('views' in table ? table.views : table, asking[name]),
      ]),
    );
  const [chosen, usual] = [named(asked), named({})];
  const sort = chosen['sort'] ?? '';
  const isIn = (one: T, except?: string) =>
    Object.entries(filters).every(
      ([name, filter]) => name === except || viewNamed(filter, chosen[name])?.has(one) === true,
    );
  const unsorted = all.filter((one) => isIn(one));
  const shown = orders[sort] ? unsorted.toSorted(orders[sort].compare) : unsorted;
  const fieldsWith = (changes: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries({ ...kept, ...chosen, ...changes }).flatMap(([name, value = '']) =>
        value === '' || value === usual[name] ? [] : [[name, value]],
      ),
    );
  const hrefOf = (changes: Readonly<Record<string, string>> = {}) => {
    const words = new URLSearchParams(fieldsWith(changes)).toString();
    return words === '' ? path : `${path}?${words}`;
  };
  return {
    shown,
    fields: { page: path, ...fieldsWith({}) },
    hrefOf,
    column: (label, by, numeric = false) => {
      const direction = orders[by]?.isAscending ? 'ascending' : 'descending';
      return { label, numeric, sort: { href: hrefOf({ sort: by }), direction: sort === by ? direction : 'none' } };
    },
    choices: (filter) => {
      const { label, views, hidesEmpty } = filters[filter] ?? { label: '', views: {} };
      const others = all.filter((one) => isIn(one, filter));
      const choices = Object.entries(views).map(([of, view], place) => ({
        label: view.label,
        count: others.filter((one) => view.has(one)).length,
        href: hrefOf({ [filter]: of }),
        isChosen: of === chosen[filter],
        isFirst: place === 0,
      }));
      const offered = choices.filter(({ count, isChosen, isFirst }) => !hidesEmpty || count > 0 || isChosen || isFirst);
      return (
        <Choices
          label={label}
          choices={offered.map(({ count, ...one }) => ({ ...one, label: `${one.label} (${formatCount(count)})` }))}
        />
      );
    },
    sought: sought ? <SoughtFor typed={sought.typed} count={all.length} href={hrefOf({ search: '' })} /> : null,
    page: (lines) => listPageOf(lines, asked['page'], (page) => hrefOf({ page: String(page) })),
  };
}

const bestFirst = <T,>({ placeOf }: SearchedList<T>, usual: ListOrder<T> | undefined): ListOrder<T> => ({
  compare: (a, b) => (placeOf(a) ?? 0) - (placeOf(b) ?? 0) || (usual?.compare(a, b) ?? 0),
});

interface SoughtProps {
  readonly typed: string;
  readonly count: number;
  readonly href: string;
}

const SoughtFor = ({ typed, count, href }: SoughtProps) => (
  <p class="govuk-inset-text">
    {`Tìm “${typed}”: ${formatCount(count)} dòng. `}
    <Link to={href}>Xem tất cả</Link>
  </p>
);

/** The field that searches within a list. */
export const FindInList = ({ path, hint, formToken }: FindProps) => (
  <Form action={`${path}/find`} formToken={formToken} fields={{ page: path }}>
    <div class="desk-find">
      <label class="govuk-visually-hidden" for="find">
        Tìm trong danh sách này
      </label>
      <input id="find" class="govuk-input" type="search" name="find" placeholder={hint} required />
      <Button kind="secondary">Tìm trong danh sách</Button>
    </div>
  </Form>
);
interface FindProps {
  readonly path: string;
  readonly hint: string;
  readonly formToken: string;
}

interface Choice {
  readonly label: string;
  readonly href: string;
  readonly isChosen: boolean;
}

/** Links between the views of one list, with the open one marked. */
function Choices({ label, choices }: { readonly label: string; readonly choices: readonly Choice[] }): VNode {
  return (
    <nav aria-label={label}>
      <ul class="govuk-list desk-contents">
        {choices.map((choice) => (
          <li>
            <a class="govuk-link" href={choice.href} aria-current={choice.isChosen ? 'true' : undefined}>
              {choice.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
