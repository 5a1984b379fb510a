export { distance } from 'fastest-levenshtein';
export { WRatio } from 'fuzzball';
export { default as jaroWinkler } from 'jaro-winkler';
