import { type Measure, MEASURES } from '#shared/domain/risk/measure.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import type { MeasureRecord } from '#shared/tables/measures.ts';
import { ASSESS_ALL_AFTER_SECONDS, standingMeasures } from '#shared/use-cases/switch-measure.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type FieldErrors, type FormRefusal, html } from '../http/answer.ts';
import { Button, ErrorSummary, Form, Table, Tag, TextField, Section } from '../layout/components.tsx';
import { Done, Page } from '../layout/page.tsx';
import { formatInstant } from '../layout/instant.ts';
import { WaitingSwitches } from './waiting-switches.tsx';
import { MEASURE_LABELS, MEASURES_PAGE } from './measure-wording.ts';
import { type SwitchPolicy, waitsForSecond } from '#shared/domain/notification/release/measure-switch.ts';
import { Radios, typedFields } from '../layout/fields.tsx';

interface Props {
  readonly policy: SwitchPolicy;
  readonly formToken: string;
  /** The texts that were typed before, where the form is shown again with errors. */
  readonly form: URLSearchParams;
  readonly errors: FieldErrors;
}

/** The form that asks which measure is switched, and by which document. */
function SwitchForm({ policy, formToken, form, errors }: Props) {
  const hint = (to: 'on' | 'off') =>
    waitsForSecond(to, policy) ? 'Có hiệu lực khi một người khác đồng ý.' : 'Có hiệu lực ngay.';
  const field = typedFields(form, errors);
  return (
    <Section id="switch" title="Bật hoặc tắt một biện pháp">
      <Form action={MEASURES_PAGE} formToken={formToken} fields={{ page: MEASURES_PAGE }}>
        <Radios
          {...field('measure', 'Biện pháp')}
          options={MEASURES.map((measure) => ({ value: measure, label: MEASURE_LABELS[measure] }))}
        />
        <Radios
          {...field('to', 'Đổi thành')}
          options={[
            { value: 'on', label: 'Bật', hint: hint('on') },
            {
              value: 'off',
              label: 'Tắt',
              hint: `${hint('off')} Thông báo không còn căn cứ được rút theo quy định rút thông báo.`,
            },
          ]}
        />
        <TextField {...field('number', 'Số, ký hiệu văn bản chỉ đạo', 'Ví dụ 123/KH-UBND')} />
        <TextField {...field('date', 'Ngày văn bản', 'Ví dụ 31/12/2025')} />
        <Button>Ghi theo văn bản</Button>
      </Form>
    </Section>
  );
}

/** The time counts from the switch to the first changed notices. @param settling how long a verdict must stand */
const doneSentences = (settling: number): Readonly<Record<string, string>> => ({
  proposed: 'Đã ghi đề xuất. Biện pháp đổi khi một người khác đồng ý.',
  in_force: `Đã đổi. Việc xét lại mọi doanh nghiệp bắt đầu sau ${minutes(ASSESS_ALL_AFTER_SECONDS)}; thông báo đổi sớm nhất sau ${minutes(ASSESS_ALL_AFTER_SECONDS + settling)}, và lâu hơn khi có nhiều doanh nghiệp.`,
  taken_back: 'Đã bỏ đề xuất: biện pháp giữ như cũ.',
});
const minutes = (seconds: number) => `${Math.ceil(seconds / 60)} phút`;

/**
 * The page of the measures that the plan allows only "khi có chỉ đạo": whether each is on, by which document, and the
 * form that switches it.
 */
export async function showMeasures(
  { event, officer, form }: Visit,
  ports: ServePagesPorts,
  { errors = {}, status = 200 }: FormRefusal = {},
) {
  const standing = await standingMeasures(ports);
  const changes = standing.flatMap(({ measure, changes: own }) => own.map((one) => ({ measure, ...one })));
  return html(
    <Page title="Biện pháp" assets={ports.assets} officer={officer} path={MEASURES_PAGE}>
      <Done sentences={doneSentences(ports.settlingSeconds)} event={event} />
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Biện pháp chỉ thực hiện khi có chỉ đạo</h1>
      <Table
        caption="Mỗi biện pháp một dòng"
        columns={['Biện pháp', 'Tình trạng', 'Văn bản chỉ đạo', 'Ngày văn bản']}
        rows={standing.map(row)}
      />
      <WaitingSwitches standing={standing} officer={officer} />
      <SwitchForm policy={ports.switchPolicy} formToken={officer.formToken} form={form} errors={errors} />
      <Section title="Đã đổi">
        {changes.length === 0 ? (
          <p class="govuk-body">Chưa có ai bật hoặc tắt biện pháp nào ở đây.</p>
        ) : (
          <Table
            caption="Mới nhất trước; người đề xuất và người đồng ý có trong sổ kiểm chứng"
            columns={['Lúc', 'Biện pháp', 'Thành', 'Theo văn bản', 'Ngày văn bản']}
            rows={changes
              .toSorted((a, b) => (a.at < b.at ? 1 : -1))
              .map(({ measure, to, number, date, at }) => [
                formatInstant(at),
                MEASURE_LABELS[measure],
                to === 'on' ? 'Bật' : 'Tắt',
                number,
                formatDate(date),
              ])}
          />
        )}
      </Section>
    </Page>,
    status,
    { data: viewOf(standing), errors },
  );
}

function row({ measure, directedBy }: MeasureRecord) {
  if (directedBy === 'off') return [MEASURE_LABELS[measure], <Tag colour="grey">Tắt</Tag>, 'không có', ''];
  return [MEASURE_LABELS[measure], <Tag colour="green">Bật</Tag>, directedBy.number, formatDate(directedBy.date)];
}

/** The page's data for a program; a vote names the record's revision as the state that it is about. */
function viewOf(standing: readonly MeasureRecord[]) {
  const of = (measure: Measure) => standing.find((one) => one.measure === measure)?.directedBy ?? 'off';
  return {
    measures: Object.fromEntries(MEASURES.map((measure) => [measure, of(measure)])),
    waiting: standing.flatMap(({ measure, proposed, revision }) =>
      proposed ? [{ measure, revision, to: proposed.to, number: proposed.number, date: proposed.date }] : [],
    ),
  };
}
