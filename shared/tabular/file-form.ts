/** The forms that are read, by the ending that names them. */
export const FILE_FORMS = ['csv', 'xlsx', 'jsonl'] as const;
export type FileForm = (typeof FILE_FORMS)[number];

const ENDING = new RegExp(`\\.(?<form>${FILE_FORMS.join('|')})(?:\\.gz)?$`, 'iu');
const PACKED = /\.gz$/iu;
/** The endings by which a file's name is still the same: those that are read, and those of other spreadsheets. */
const ENDINGS = new RegExp(`(?:\\.(?:${FILE_FORMS.join('|')}|xls|xlsm|ods|gz))+$`, 'iu');

/** The form that a name's ending says, packed or not; undefined for any other ending. */
export function fileFormOf(name: string): FileForm | undefined {
  const named = ENDING.exec(name)?.groups?.['form']?.toLowerCase();
  return FILE_FORMS.find((form) => form === named);
}

/** Whether a name says that the file is packed. */
export const isNamedPacked = (name: string): boolean => PACKED.test(name);

export const withoutPacking = (name: string): string => name.replace(PACKED, '');

/** A name without all endings by which it is still the same file. */
export const withoutEnding = (name: string): string => name.replace(ENDINGS, '');
