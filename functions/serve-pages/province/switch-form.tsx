import { MEASURES } from '#shared/domain/risk/measure.ts';
import { type SwitchPolicy, waitsForSecond } from '#shared/domain/notification/release/measure-switch.ts';
import { Radios } from '../layout/choice-fields.tsx';
import { Button, Form, TextField } from '../layout/components.tsx';
import { Section } from '../layout/section.tsx';
import { MEASURE_LABELS, MEASURES_PAGE } from './measure-wording.ts';
import type { FieldErrors } from '../http/answer.ts';

interface Props {
  readonly policy: SwitchPolicy;
  readonly formToken: string;
  /** The texts that were typed before, where the form is shown again with errors. */
  readonly form: URLSearchParams;
  readonly errors: FieldErrors;
}

/** The form that asks which measure is switched, and by which document. */
export function SwitchForm({ policy, formToken, form, errors }: Props) {
  const hint = (to: 'on' | 'off') =>
    waitsForSecond(to, policy) ? 'Có hiệu lực khi một người khác đồng ý.' : 'Có hiệu lực ngay.';
  const radios = (name: string) => ({ name, value: form.get(name) ?? undefined, error: errors[name] });
  const field = (name: string) => ({ name, value: form.get(name) ?? '', error: errors[name] });
  return (
    <Section id="switch" title="Bật hoặc tắt một biện pháp">
      <Form action={MEASURES_PAGE} formToken={formToken}>
        <input type="hidden" name="page" value={MEASURES_PAGE} />
        <Radios
          {...radios('measure')}
          legend="Biện pháp"
          options={MEASURES.map((measure) => ({ value: measure, label: MEASURE_LABELS[measure] }))}
        />
        <Radios
          {...radios('to')}
          legend="Đổi thành"
          options={[
            { value: 'on', label: 'Bật', hint: hint('on') },
            {
              value: 'off',
              label: 'Tắt',
              hint: `${hint('off')} Thông báo không còn căn cứ được rút theo quy định rút thông báo.`,
            },
          ]}
        />
        <TextField {...field('number')} label="Số, ký hiệu văn bản chỉ đạo" hint="Ví dụ 123/KH-UBND" />
        <TextField {...field('date')} label="Ngày văn bản" hint="Ví dụ 31/12/2025" />
        <Button>Ghi theo văn bản</Button>
      </Form>
    </Section>
  );
}
