/** The region of the deployed stages, which a local run also uses. */
export const REGION = 'ap-southeast-1';
