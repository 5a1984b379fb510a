import { randomUUID } from 'node:crypto';
import { SHOWN_ONCE } from '../session/once.ts';
import type { ComponentChildren, VNode } from 'preact';
import type { FieldErrors } from '../http/answer.ts';

const NUMERIC = 'govuk-table__cell--numeric';

/** A table with a caption; numeric cells are right-aligned. */
export function Table({
  id,
  caption,
  columns,
  rows,
  empty = 'Không có dòng nào.',
}: {
  /** The id to which an error about the table's rows links. */
  readonly id?: string;
  readonly caption: string;
  /** A text is a column with that label. */
  readonly columns: readonly (Column | string)[];
  readonly rows: readonly (readonly ComponentChildren[])[];
  /** The text that is shown where there is no row. */
  readonly empty?: ComponentChildren;
}): VNode {
  const heads = columns.map((one): Column => (typeof one === 'string' ? { label: one } : one));
  return (
    <div id={id} class="desk-table-frame" tabIndex={0} role="region" aria-label={caption}>
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--m">{caption}</caption>
        <thead>
          <tr>
            {heads.map(({ label, numeric: isNumeric, sort }) => (
              <th scope="col" class={isNumeric ? NUMERIC : undefined} aria-sort={sort?.direction}>
                {sort ? <Link to={sort.href}>{label}</Link> : label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && (
            <tr>
              <td colSpan={heads.length}>{empty}</td>
            </tr>
          )}
          {rows.map((cells) => (
            <tr>
              {cells.map((cell, n) => (
                <td class={heads[n]?.numeric ? NUMERIC : undefined} data-label={heads[n]?.label}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export interface Column {
  readonly label: string;
  readonly numeric?: boolean;
  readonly sort?: { readonly href: string; readonly direction: 'ascending' | 'descending' | 'none' };
}

/** A column of numbers. */
export const numeric = (label: string): Column => ({ label, numeric: true });

/** A list of names with their values. */
export function SummaryList({
  entries,
}: {
  readonly entries: readonly (readonly [string, ComponentChildren])[];
}): VNode {
  return (
    <dl class="govuk-summary-list">
      {entries.map(([name, value]) => (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{name}</dt>
          <dd class="govuk-summary-list__value">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Tag({ colour, children }: { readonly colour: string; readonly children: ComponentChildren }): VNode {
  return <strong class={`govuk-tag govuk-tag--${colour}`}>{children}</strong>;
}

/** The errors of a form, shown at its top with a link to each field, and read out first by screen readers. */
export function ErrorSummary({ errors }: { readonly errors: FieldErrors }): VNode | null {
  const entries = Object.entries(errors);
  if (entries.length === 0) return null;
  return (
    <div class="govuk-error-summary" role="alert" tabIndex={-1}>
      <h2 class="govuk-error-summary__title">Chưa gửi được</h2>
      <ul class="govuk-list govuk-error-summary__list">
        {entries.map(([field, message]) => (
          <li>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface FieldProps {
  readonly name: string;
  /** The field's id where a page has several forms with this field; the field's name otherwise. */
  readonly id?: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string | undefined;
  readonly error?: string | undefined;
  readonly rows?: number;
}

/** A text field with its label, hint and error bound to it; with `rows` a text area. */
export function TextField({ name, id = name, label, hint, value, error, rows }: FieldProps): VNode {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const shared = { id, name, 'aria-describedby': described };
  return (
    <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <label class="govuk-label" for={id}>
        {label}
      </label>
      {hint && (
        <div id={`${id}-hint`} class="govuk-hint">
          {hint}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} class="govuk-error-message">
          {error}
        </p>
      )}
      {rows === undefined ? (
        <input {...shared} class={`govuk-input${error ? ' govuk-input--error' : ''}`} type="text" value={value} />
      ) : (
        <textarea {...shared} class={`govuk-textarea${error ? ' govuk-textarea--error' : ''}`} rows={rows}>
          {value}
        </textarea>
      )}
    </div>
  );
}

/** A form that also sends the session's token, and a key by which a second sending of it is recognised. */
export function Form({
  id,
  action,
  formToken,
  fields = {},
  children,
}: {
  readonly id?: string;
  readonly action: string;
  readonly formToken: string;
  /** Fields that nobody sees. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly children?: ComponentChildren;
}): VNode {
  return (
    <form id={id} method="post" action={action} novalidate>
      <input type="hidden" name="formToken" value={formToken} />
      <input type="hidden" name={SHOWN_ONCE} value={randomUUID()} />
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

export function Button({
  children,
  kind = '',
  name,
  value,
}: {
  readonly children: ComponentChildren;
  readonly kind?: string;
  readonly name?: string;
  readonly value?: string;
}): VNode {
  return (
    <button type="submit" class={`govuk-button${kind && ` govuk-button--${kind}`}`} name={name} value={value}>
      {children}
    </button>
  );
}

interface LinkProps {
  readonly to: string;
  readonly children: ComponentChildren;
}

export const Link = ({ to, children }: LinkProps) => (
  <a class="govuk-link" href={to}>
    {children}
  </a>
);

/** A link that is a line of its own. */
export const LinkLine = (link: LinkProps) => (
  <p class="govuk-body">
    <Link {...link} />
  </p>
);

interface SectionProps {
  readonly id?: string;
  readonly title: string;
  /** Whether the reader opens the part; a link to its id opens it too. */
  readonly folded?: boolean;
  readonly children: ComponentChildren;
}

/** A part of a page with a heading, to which a link can lead. */
export function Section({ id, title, folded = false, children }: SectionProps): VNode {
  if (!folded)
    return (
      <section id={id}>
        <h2 class="govuk-heading-m">{title}</h2>
        {children}
      </section>
    );
  return (
    <details class="govuk-details desk-part">
      <summary class="govuk-details__summary">
        <h2 class="govuk-details__summary-text">{title}</h2>
      </summary>
      <div id={id} class="govuk-details__text">
        {children}
      </div>
    </details>
  );
}
