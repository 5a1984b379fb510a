/** The region of the deployed stages; locally it only has to be the same everywhere. */
export const REGION = 'ap-southeast-1';
