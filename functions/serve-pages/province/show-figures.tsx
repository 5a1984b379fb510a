import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import type { BankFigures, FlagCounts, OutcomeFigures } from '#shared/domain/outcomes/figures/outcome-figures.ts';
import type { RegisterQuality } from '#shared/domain/outcomes/figures/register-quality.ts';
import { qualityTables } from '#shared/domain/outcomes/report/quality-tables.ts';
import { clocksTable } from '#shared/domain/outcomes/report/clocks-section.ts';
import { flagStatusCells, flagStatusRows } from '#shared/domain/outcomes/report/outcome-sections.ts';
import { type ReportCell, reportCellText } from '#shared/domain/outcomes/report/report.ts';
import { formatMonth } from '#shared/domain/vietnamese/dates.ts';
import { RULES } from '#shared/domain/risk/rules/all-rules.ts';
import { communeName } from '#shared/domain/outcomes/report/annexes.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type FormRefusal, html } from '../http/answer.ts';
import { ErrorSummary, Table, numeric, Section } from '../layout/components.tsx';
import { Page } from '../layout/page.tsx';
import { BarChart } from './bar-chart.tsx';
import { MonthChoice } from './month-choice.tsx';
import { isReportMade } from './made-report.ts';
import { FIGURES_PAGE as PATH, ReportForm } from './report-form.tsx';
import { Outcomes } from './outcomes.tsx';
import { OverstatedRules } from './overstated-rules.tsx';
import { monthsAsked, MONTHS_SHOWN, periodFigures, type Months } from './period-figures.ts';

/** Leaves out the same small counts as the page does. */
const linesOf = (by: Readonly<Record<string, FlagCounts>>, total?: readonly ReportCell[]): string[][] =>
  flagStatusRows(
    Object.entries(by).map(([label, counts]) => ({ label, counts })),
    total,
  ).map((cells) => cells.map((cell) => reportCellText(cell, { unit: 'count' })));

/** The page's figures as a program reads them. */
function figuresView(months: Months, figures: OutcomeFigures) {
  // The figures that need the cases' money are left out, because the page does not read it
  const { moneyToFlag: _toFlag, moneyToBank: _toBank, ...days } = figures.days;
  return {
    ...months,
    flags: figures.flags,
    events: figures.events,
    policeLate: figures.clocks.policeAnswer.late + figures.clocks.policeAnswer.missed,
    byBank: figures.byBank,
    pendingByAge: figures.pendingByAge,
    byCommune: linesOf(figures.byCommune, ['', ...flagStatusCells(figures.flags)]),
    byRule: linesOf(figures.byRule),
    days,
  };
}

/** The most lines of a table; the others are in the report's annexes. */
const MOST_LINES = 30;
const MOST_BARS = 12;

/** The page of the figures of some months, by outcome, commune, rule, bank and duration. */
export async function showFigures(
  { event, officer }: Visit,
  ports: ServePagesPorts,
  { errors = {}, status = 200 }: FormRefusal = {},
) {
  const asked = event.queryStringParameters ?? {};
  const { isCut, ...months } = monthsAsked(asked['from'], asked['to'], ports.rulesClock.today());
  const [figures, isMade, { quality }] = await Promise.all([
    periodFigures(months, ports),
    asked['done'] === 'report' ? isReportMade(months, ports) : undefined,
    ports.assessments.countByState(),
  ]);
  return html(
    <Page title="Số liệu" assets={ports.assets} officer={officer} path={PATH}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">
        {months.from === months.to
          ? `Số liệu tháng ${formatMonth(months.from)}`
          : `Số liệu từ tháng ${formatMonth(months.from)} đến tháng ${formatMonth(months.to)}`}
      </h1>
      <MonthChoice path={PATH} {...months} />
      {isCut && (
        <p class="govuk-inset-text">
          {`Trang này xem nhiều nhất ${MONTHS_SHOWN} tháng một lần: đang hiện ${MONTHS_SHOWN} tháng cuối của kỳ đã chọn. Kỳ dài hơn có trong báo cáo.`}
        </p>
      )}
      <ReportForm months={months} formToken={officer.formToken} isMade={isMade} />
      <Outcomes figures={figures} />
      <Section title="Theo ngân hàng">
        <Banks byBank={figures.byBank} />
      </Section>
      <Section title="Theo xã, phường">
        <Flags
          caption="Xã, phường nơi đặt trụ sở"
          by={figures.byCommune}
          label={communeName}
          total={flagStatusCells(figures.flags)}
          isDrawn
        />
      </Section>
      <Section title="Theo dấu hiệu">
        <OverstatedRules byRule={figures.byRule} />
        <Flags caption="Một doanh nghiệp có thể có nhiều dấu hiệu" by={figures.byRule} label={ruleName} />
      </Section>
      <Section title="Thời hạn">
        <Clocks figures={figures} />
      </Section>
      <Section title="Thời gian">
        <Times days={figures.days} />
      </Section>
      <Section title="Sổ đăng ký doanh nghiệp">
        <Quality quality={quality} />
      </Section>
    </Page>,
    status,
    { errors, data: { ...figuresView(months, figures), quality } },
  );
}

interface FlagsProps {
  readonly caption: string;
  readonly by: Readonly<Record<string, FlagCounts>>;
  readonly label: (key: string) => string;
  /** The sum, which is shown where the lines add up to it. */
  readonly total?: readonly ReportCell[];
  /** Whether the first lines are drawn too. */
  readonly isDrawn?: boolean;
}

function Flags({ caption, by, label, total, isDrawn = false }: FlagsProps) {
  const named = Object.entries(by)
    .toSorted(([, a], [, b]) => b.flagged - a.flagged)
    .map(([key, counts]) => ({ label: label(key), counts }));
  const lines = flagStatusRows(named, total && ['', ...total]);
  const shown = lines.slice(0, MOST_LINES);
  const bars = shown.slice(0, MOST_BARS).map(([name, flagged]) => [reportCellText(name, COUNT), flagged] as const);
  return (
    <>
      {isDrawn && bars.length > 1 && <BarChart label={`${caption}: số bị gắn cờ`} bars={bars} />}
      <Table
        caption={shown.length < lines.length ? `${caption} (${MOST_LINES} dòng đầu trong ${lines.length})` : caption}
        columns={[
          'Nhóm',
          ...['Gắn cờ', 'Xác nhận', 'Bác bỏ', 'Tự rút', 'Chưa kết luận'].map((name) => ({
            label: name,
            numeric: true,
          })),
        ]}
        rows={shown.map((cells) => cells.map((cell) => reportCellText(cell, COUNT)))}
      />
    </>
  );
}

function Banks({ byBank }: { readonly byBank: Readonly<Record<string, BankFigures>> }) {
  return (
    <Table
      caption="Thông báo gửi trong kỳ"
      columns={[
        'Ngân hàng',
        ...['Gửi', 'Xử lý', 'Không thấy dấu hiệu', 'Chưa trả lời', 'Trả lời muộn', 'Số ngày (giữa)'].map((name) => ({
          label: name,
          numeric: true,
        })),
      ]}
      rows={Object.entries(byBank).map(([bank, figures]) => [
        bankNameOf(bank),
        formatCount(figures.notified),
        formatCount(figures.acted),
        formatCount(figures.rejected),
        formatCount(figures.unanswered),
        formatCount(figures.lateAnswered),
        days(figures.daysToAnswer.median),
      ])}
    />
  );
}

/** How clean the register is today, in whatever months the others are. */
function Quality({ quality }: { readonly quality: RegisterQuality }) {
  return (
    <>
      {qualityTables(quality).map(({ title, columns, rows, total = [], notes = [] }) => (
        <>
          <Table
            caption={title}
            columns={columns.map(({ heading }) => ({ label: heading }))}
            rows={[total, ...rows].map((cells) => cells.map((cell) => reportCellText(cell, { unit: 'text' })))}
          />
          <p class="govuk-body">{notes.join(' ')}</p>
        </>
      ))}
    </>
  );
}

/** The deadlines that follow from the ledger, with their status at the end of the months. */
function Clocks({ figures }: { readonly figures: OutcomeFigures }) {
  const { columns, rows } = clocksTable(figures, {});
  return (
    <Table
      caption="Tình trạng vào ngày cuối kỳ"
      columns={columns.map(({ heading, unit }) => ({ label: heading, numeric: unit === 'count' }))}
      rows={rows
        .filter((cells) => cells.at(-1) !== undefined)
        .map((cells) => cells.map((cell, n) => reportCellText(cell, columns[n] ?? COUNT)))}
    />
  );
}

const TIMES: readonly (readonly [keyof OutcomeFigures['days'], label: string])[] = [
  ['flagToBank', 'Từ gắn cờ đến báo ngân hàng'],
  ['bankToAnswer', 'Từ báo ngân hàng đến trả lời'],
  ['flagToDecision', 'Từ gắn cờ đến kết luận của công an'],
  ['flagToCleared', 'Từ gắn cờ đến khi được gỡ'],
  ['proposalToNotified', 'Từ đề xuất đến khi báo'],
];

function Times({ days: by }: { readonly days: OutcomeFigures['days'] }) {
  return (
    <Table
      caption="Số ngày"
      columns={['Khoảng', ...['Số vụ', 'Giữa', '9 trong 10', 'Lâu nhất'].map(numeric)]}
      rows={TIMES.map(([name, label]) => {
        const { count: cases, median, p90, most } = by[name];
        return [label, formatCount(cases), days(median), days(p90), days(most)];
      })}
    />
  );
}
const COUNT = { unit: 'count' } as const;
const days = (figure: number | undefined) => (figure === undefined ? 'không có số liệu' : formatCount(figure));
const QUESTIONS = new Map(Object.entries(RULES).map(([code, { question }]) => [code, question]));
const ruleName = (code: string) => QUESTIONS.get(code) ?? code;
