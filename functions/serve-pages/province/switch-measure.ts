import { MEASURES } from '#shared/domain/risk/measure.ts';
import { parseDate } from '#shared/domain/vietnamese/dates.ts';
import { proposeSwitch, type SwitchResult, voteOnSwitch } from '#shared/use-cases/switch-measure.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type PageAnswer, seeOther } from '../http/answer.ts';
import { MEASURES_PAGE, SWITCH_REFUSALS } from './measure-wording.ts';
import { showMeasures } from './show-measures.tsx';

const LONGEST_NUMBER = 60;
const STATES = ['on', 'off'] as const;
const OUTCOMES = ['agree', 'take_back'] as const;

/** Records an officer's proposal to switch a measure by its document. */
export async function askSwitch(visit: Visit, ports: ServePagesPorts): Promise<PageAnswer> {
  const { form, officer } = visit;
  const text = (name: string) => form.get(name)?.trim() ?? '';
  const measure = MEASURES.find((one) => one === text('measure'));
  const to = STATES.find((one) => one === text('to'));
  const number = text('number');
  const date = parseDate(text('date'));
  if (measure && to && date && isDocumentNumber(number)) {
    const asked = { measure, to, number, date, officer: officer.subject };
    return answered(await proposeSwitch(asked, ports), visit, ports);
  }
  const errors = {
    ...(!measure && { measure: 'Hãy chọn một biện pháp.' }),
    ...(!to && { to: 'Hãy chọn bật hoặc tắt.' }),
    ...(!isDocumentNumber(number) && {
      number: 'Hãy ghi số, ký hiệu của văn bản, dài nhất 60 chữ, ví dụ 123/KH-UBND.',
    }),
    ...(!date && { date: 'Hãy ghi ngày văn bản, ví dụ 31/12/2025.' }),
  };
  return showMeasures(visit, ports, { errors, status: 422 });
}

/** Records a second person's vote on a proposed switch. */
export async function voteSwitch(visit: Visit, ports: ServePagesPorts): Promise<PageAnswer> {
  const { form, officer } = visit;
  const measure = MEASURES.find((one) => one === form.get('measure'));
  const outcome = OUTCOMES.find((one) => one === form.get('outcome'));
  if (!measure || !outcome) return showMeasures(visit, ports, { status: 422 });
  const vote = { measure, outcome, revision: Number(form.get('revision')), officer: officer.subject };
  return answered(await voteOnSwitch(vote, ports), visit, ports);
}

function answered(result: SwitchResult, visit: Visit, ports: ServePagesPorts): PageAnswer | Promise<PageAnswer> {
  if (result === 'proposed' || result === 'in_force' || result === 'taken_back')
    return seeOther(`${MEASURES_PAGE}?done=${result}`);
  return showMeasures(visit, ports, { errors: SWITCH_REFUSALS[result], status: 409 });
}

/** The number and sign of a document, such as `123/KH-UBND`, which contain a digit. */
const isDocumentNumber = (number: string) => number.length <= LONGEST_NUMBER && /\d/u.test(number);
