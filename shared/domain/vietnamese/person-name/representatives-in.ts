/** What separates two people in one cell of the register, and what stands before and behind a name. */
const BETWEEN_PEOPLE = /\s*(?:[;,/\r\n]|\s(?:và|-|–)\s|(?:^|\s)\d{1,2}[.)]\s)\s*/iu;
const TITLE = /^(?:(?:ông|bà|ông\/bà|mr|mrs|ms)\.?:?\s+|[-–•*+]\s*)+/iu;
const BRACKETS = /\s*\([^)]*\)/gu;
/** An office of a person, which some exports write behind the name. */
const OFFICE =
  /^(?:(?:phó )?(?:tổng )?giám đốc|chủ tịch.*|chủ sở hữu|chủ doanh nghiệp.*|người đại diện.*|thành viên.*|\p{Lu}{2,5})$/iu;
const LETTERS = /\p{L}[^\p{L}]*\p{L}/u;

/** The representatives whom a cell of the register's export names, each once, without titles and offices. */
export function representativesIn(cell: string): readonly string[] {
  const names = cell
    .replace(BRACKETS, '')
    .split(BETWEEN_PEOPLE)
    .map((part) => part.replace(TITLE, '').trim())
    .filter((part) => LETTERS.test(part) && !OFFICE.test(part));
  return [...new Set(names)];
}
