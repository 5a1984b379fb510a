/** The prefix of files that officers attached to cases in the evidence bucket. */
export const ATTACHMENTS = 'attachments/';
