declare module 'jaro-winkler' {
  /** The similarity of two texts, 0…1. */
  export default function distance(one: string, other: string, options?: { caseSensitive?: boolean }): number;
}
