/** Whether each tag is closed by its own end tag in order. */
export const isWellFormed = (xml: string): boolean => {
  const open: string[] = [];
  for (const [, end, name = '', rest = ''] of xml.matchAll(/<(\/?)([a-z]+)([^<>]*)>/g)) {
    if (end === '/') {
      if (open.pop() !== name) return false;
    } else if (!rest.endsWith('/')) open.push(name);
  }
  return open.length === 0 && !/&(?!(?:amp|lt|gt|quot|#39);)/.test(xml);
};
