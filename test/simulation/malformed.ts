/** A message that a step can only park. */
export const malformedFor = (folder: string): string => JSON.stringify({ nobodyReads: folder });

export const isMalformed = (body: string): boolean => body.startsWith('{"nobodyReads"');
