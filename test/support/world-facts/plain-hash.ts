export const plainHash = (kind: string, value: string) => `${kind}:${value}`;
