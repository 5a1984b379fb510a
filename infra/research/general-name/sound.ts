const RULES: readonly (readonly [RegExp, string])[] = [
  [/(.)\1+/gu, '$1'],
  [/ph/gu, 'f'],
  [/tch|tsch|sch|shch|ch|sh|zh/gu, 's'],
  [/kh|gh|q|c(?![eiy])|ck/gu, 'k'],
  [/g(?=[ei])|dj|dzh/gu, 'j'],
  [/x/gu, 's'],
  [/w/gu, 'v'],
  [/th/gu, 't'],
  [/ou|oo|u/gu, 'u'],
  [/ey|ei|ay|ai|ee|y|i+e?/gu, 'i'],
  [/c/gu, 's'],
  [/(?<=[aeiou])h/gu, ''],
  [/(.)\1+/gu, '$1'],
];

/** A rough key of how a Latin word sounds, so that two ways of spelling one foreign name (`Qaddafi`, `Gadafi`) come near each other. */
export function soundKey(word: string): string {
  return RULES.reduce((left, [pattern, sound]) => left.replace(pattern, sound), word);
}
