import { banksNamed } from '#shared/domain/vietnamese/bank-names.ts';
import { formatDate, formatMonth, formatQuarter } from '#shared/domain/vietnamese/dates.ts';
import { formatMoney, withThousandsDots } from '#shared/domain/vietnamese/money.ts';
import type { SharedKind } from '../rings/band.ts';
import { KIND_NAMES } from '../rings/kind-names.ts';
import { decimal, minutes, percent } from './wording.ts';

/** What a figure of a finding is the figure of, and how a value of its unit is written. */
export interface Figure<V> {
  readonly label: string;
  write(this: void, value: V): string;
}

/** The names of a type's own fields, without those that its index signature allows. */
export type OwnFields<E> = keyof { [K in keyof E as string extends K ? never : K]: true };

/** A figure for each value of the evidence. A value that is unknown is absent, so that it is never written as 0. */
export type Figures<E> = { readonly [K in OwnFields<E>]-?: Figure<NonNullable<E[K & keyof E]>> };

/** The values of the evidence, each as its figure writes it. A value that is unknown is no text. */
export type Said<E> = {
  readonly [K in OwnFields<E>]: undefined extends E[K & keyof E] ? string | undefined : string;
};

const inUnit =
  <V>(write: (value: V) => string) =>
  (label: string): Figure<V> => ({ label, write });

/** Makes a figure of a unit. A label says of what and over what it is, as the same name means another thing in another rule. */
export const figure = {
  money: inUnit(formatMoney),
  share: inUnit(percent),
  count: inUnit(withThousandsDots),
  multiple: inUnit(decimal),
  minutes: inUnit(minutes),
  day: inUnit(formatDate),
  month: inUnit(formatMonth),
  quarter: inUnit(formatQuarter),
  year: inUnit(String),
  banks: inUnit(banksNamed),
  kind: inUnit((kind: SharedKind) => KIND_NAMES[kind].toLowerCase()),
  text: inUnit((value: string) => value),
  /** A matter that the evidence has only where it is known to be so. */
  known: inUnit<true>(() => 'có'),
} as const;

/** The figures that several rules have with the same meaning. */
export const REPORTING_BANKS = figure.banks('ngân hàng báo số liệu');
export const REGISTRATION_DAY = figure.day('ngày đăng ký');
export const CAPITAL = figure.money('vốn điều lệ');
